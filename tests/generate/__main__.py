"""`python -m tests.generate --schools 80 --policies 45 --seed 1 DIR`: made-up schools in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.generate.schools import make_schools


def main() -> None:
    """Read the command line and make the schools."""
    parser = argparse.ArgumentParser(prog="python -m tests.generate", description="Make up schools and their policies.")
    parser.add_argument("--schools", type=int, default=5, help="how many schools (default 5)")
    parser.add_argument("--policies", type=int, default=10, help="how many policies each (default 10)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same bytes (default 1)")
    parser.add_argument("--plain-text", action="store_true", help="no Markdown, only plain text")
    parser.add_argument("folder", type=Path, help="receives policies/, truth.jsonl and truth-policies.jsonl")
    args = parser.parse_args()
    make_schools(args.schools, args.policies, args.seed, args.folder, markdown=not args.plain_text)


if __name__ == "__main__":
    main()
