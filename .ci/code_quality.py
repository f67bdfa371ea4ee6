#!/usr/bin/env python3
"""Turn ``build_catalog.py check --format json`` (stdin) into the report that GitLab shows in a merge request."""

import hashlib
import json
import sys

SEVERITY = {"error": "critical", "warning": "minor"}

language = sys.argv[1]
report = []
for one in json.load(sys.stdin):
    said = " ".join(part for part in (one["sentence"][language], one["hint"][language]) if part)
    # The line is left out: a problem that only moved is not a new one.
    known_by = "\0".join((one["file"], one["rule"], one["path"], said))
    report.append(
        {
            "description": said,
            "check_name": one["rule"],
            "fingerprint": hashlib.sha256(known_by.encode()).hexdigest(),
            "severity": SEVERITY[one["level"]],
            "location": {"path": one["file"], "lines": {"begin": max(one["line"], 1)}},
        }
    )
print(json.dumps(report, ensure_ascii=False, indent=1))
