"""Deploy: bring a built site to where it is served, send only what changed, keep the releases before."""
