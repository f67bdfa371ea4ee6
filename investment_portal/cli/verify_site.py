"""``verify-site``: prove that a copy of the site is what was built."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Misuse, Run
from investment_portal.languages import Language, Sentence
from investment_portal.publish.deploy.state import carried_in
from investment_portal.publish.manifest import SIGNATURE, Manifest, ManifestError, read_manifest
from investment_portal.publish.signing import public_key
from investment_portal.publish.site_copy import AddressCopy, CopyError, FolderCopy, SiteCopy
from investment_portal.publish.verify import SignatureState, Verification, verify
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.validation.record_files import SITE
from investment_portal.validation.record_reader import read_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

SHOWN = 20
"""Paths of one sort that are listed at most."""

COPY = Sentence("要核对的文件夹或网址", "the folder or address to verify")
KEY = Sentence(
    "公钥：PEM 文件，或一行文字；默认为 district/site.yaml 的 signing_key",
    "public key: a PEM file, or its line; default: signing_key in district/site.yaml",
)
TRUSTED = Sentence(
    "与这份清单核对（例如 site/manifest.json），不看签名",
    "compare with this manifest (as site/manifest.json) instead of the signed one",
)

SIGNATURES = {
    SignatureState.VALID: Sentence("签名有效。", "The signature is valid."),
    SignatureState.WRONG: Sentence(
        "签名与清单或公钥不符：清单可能被改动，以下结果不可信。",
        "The signature does not fit the manifest and the key: the manifest may have been altered; do not trust it.",
    ),
    SignatureState.MISSING: Sentence(
        f"没有签名文件 {SIGNATURE}：无法证明清单出自生成者。",
        f"There is no {SIGNATURE}: nothing proves who wrote the manifest.",
    ),
    SignatureState.NO_KEY: Sentence(
        "没有公钥，未核对签名：只说明文件与其自带的清单一致。可用 --key 指定公钥。",
        "No public key is known, so the signature was not verified: the files agree with their own list, no more. "
        "Name a key with --key.",
    ),
}


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("copy", metavar="URL_OR_DIR", help=COPY.in_(language))
    parser.add_argument("--key", default=None, metavar="KEY", help=KEY.in_(language))
    parser.add_argument("--manifest", type=Path, default=None, metavar="FILE", help=TRUSTED.in_(language))


def run(call: Run) -> int:
    """Compare, and list what differs."""
    copy = _copy(call.options.copy)
    trusted = _trusted(call.options.manifest)
    key = _key(call)
    try:
        outcome = verify(copy, key, trusted)
    except CopyError as error:
        print(error.sentence.in_(call.language), file=sys.stderr)
        return DATA_ERRORS
    finally:
        copy.close()
    _report(call, outcome)
    return DONE if outcome.holds else DATA_ERRORS


def _report(call: Run, outcome: Verification) -> None:
    lists = (
        (Sentence("缺少", "missing"), outcome.missing),
        (Sentence("不一致", "changed"), outcome.changed),
        (Sentence("多出", "extra"), outcome.extra or []),
    )
    for name, paths in lists:
        for path in paths[:SHOWN]:
            print(f"{name.in_(call.language)}: {path}")
        if len(paths) > SHOWN:
            more = len(paths) - SHOWN
            call.print_sentence(Sentence(f"{name.zh}：另有 {more} 个。", f"{name.en}: {more} more."))
    if outcome.signature in SIGNATURES:
        print(SIGNATURES[outcome.signature].in_(call.language), file=sys.stdout if outcome.holds else sys.stderr)
    if outcome.extra is None:
        call.print_sentence(
            Sentence(
                "网址无法列出多余的文件，未核对。",
                "An address does not list its files: extra ones cannot be seen.",
            )
        )
    if outcome.holds:
        call.print_sentence(
            Sentence(
                f"一致：版本 {outcome.release}，共 {outcome.files} 个文件。",
                f"The same: release {outcome.release}, {outcome.files} files.",
            )
        )
        return
    counts = [len(paths) for _, paths in lists]
    call.print_sentence(
        Sentence(
            f"不一致：版本 {outcome.release}，缺少 {counts[0]} 个，不同 {counts[1]} 个，多出 {counts[2]} 个。",
            f"Not the same: release {outcome.release}, {counts[0]} missing, {counts[1]} changed, {counts[2]} extra.",
        )
    )


def _copy(typed: str) -> SiteCopy:
    if typed.startswith(("https://", "http://")):
        return AddressCopy(typed)
    folder = Path(typed)
    if not folder.is_dir():
        raise Misuse(
            Sentence(
                f"“{typed}”不是文件夹，也不是以 https:// 开头的网址。",
                f"“{typed}” is neither a folder nor an address beginning with https://.",
            )
        )
    site, carried = carried_in(folder)
    return FolderCopy(site, carried)


def _trusted(path: Path | None) -> Manifest | None:
    if path is None:
        return None
    try:
        return read_manifest(path.read_bytes())
    except (OSError, ManifestError) as error:
        raise Misuse(
            Sentence(f"“{path}”不是可用的清单：{error}", f"“{path}” is not a usable manifest: {error}")
        ) from error


def _key(call: Run) -> "Ed25519PublicKey | None":
    typed = call.options.key or _published_key(call.root)
    return public_key(typed) if typed else None


def _published_key(root: Path) -> str | None:
    """Return the public key of the portal's settings, if they can be read and hold one."""
    portal = LoadedPortal(root)
    read_file(portal, ("site", root / SITE))
    return portal.site.signing_key if portal.site else None


COMMAND = Command(
    "verify-site",
    Sentence("核对网站副本与生成时是否一致", "prove that a copy of the site is what was built"),
    options,
    run,
)
