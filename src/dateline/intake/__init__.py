"""bytes -> Capture: files, folders, HTML, JSONL, PDF."""
