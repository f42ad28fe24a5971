"""`python -m clauseway`."""

from clauseway.cli import main

if __name__ == "__main__":
    main()
