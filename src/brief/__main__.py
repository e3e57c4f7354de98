"""Run the command line as `python -m brief`."""

from brief.cli.main import main

if __name__ == "__main__":
    main()
