"""Turn the originals in content/raw/ into the normalised Markdown of content/reports/.

The same as `nianbao build`; see `python scripts/build_content.py --help`.
"""

from nianbao.cli import build

if __name__ == "__main__":
    build()
