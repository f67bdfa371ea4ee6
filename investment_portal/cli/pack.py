"""``pack``: the built site as one zip file, to be opened without a network."""

import argparse
from pathlib import Path

from investment_portal.cli.command import DONE, Command, Misuse, Run
from investment_portal.languages import Language, Sentence
from investment_portal.publish.deploy.release import read_release
from investment_portal.publish.pack import write_pack
from investment_portal.publish.signing import signing_key

FILE = Sentence("压缩包，默认 portal.zip", "the zip file; default: portal.zip")
SITE = Sentence("build 生成的文件夹，默认 site", "the folder that build made; default: site")
MEGABYTE = 1024 * 1024


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("file", nargs="?", type=Path, default=None, metavar="FILE", help=FILE.in_(language))
    parser.add_argument("--site", type=Path, default=None, metavar="DIR", help=SITE.in_(language))


def run(call: Run) -> int:
    """Write the pack, and print its size and its sum."""
    site = (call.options.site or call.root / "site").absolute()
    path = (call.options.file or call.root / "portal.zip").absolute()
    if path.is_dir() or not path.parent.is_dir():
        raise Misuse(
            Sentence(
                f"“{path}”不能写成压缩包：请给出文件名，所在文件夹要先有。",
                f"“{path}” cannot be a zip file: name a file in a folder that is there.",
            )
        )
    if path.is_relative_to(site):
        raise Misuse(
            Sentence("压缩包不能放在网站文件夹里面。", "The zip file cannot be inside the folder of the site.")
        )
    pack = write_pack(read_release(site, signing_key()), path)
    size = pack.size / MEGABYTE
    call.print_sentence(
        Sentence(
            f"已打包：{path}，{pack.files} 个文件，{size:.1f} MB，SHA-256 {pack.sha256}。",
            f"Packed: {path}, {pack.files} files, {size:.1f} MB, SHA-256 {pack.sha256}.",
        )
    )
    return DONE


COMMAND = Command(
    "pack",
    Sentence("把网站打成压缩包，供离线打开", "write the site as a zip file that opens without a network"),
    options,
    run,
)
