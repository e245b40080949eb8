"""figures -> series: which counts are of the same thing, and how they stand to each other."""
