"""The benchmarks: their parts that can be looked at without measuring."""
