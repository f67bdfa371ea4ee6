"""The scripts and settings by which runners check, build, publish and test."""
