"""The address of a target: a folder, a folder of another machine, or a bucket."""

import re
import shlex
from pathlib import Path

from investment_portal.languages import Sentence
from investment_portal.publish.deploy.bucket import open_bucket
from investment_portal.publish.deploy.folder import FolderHost
from investment_portal.publish.deploy.ssh import SshHost
from investment_portal.publish.deploy.target import Target, TargetRefusedError
from investment_portal.publish.deploy.trees import ReleaseTrees

HOST = r"(?P<host>(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]+)"
"""``USER@HOST``; neither can be taken for an option. One letter before a colon is a drive of Windows."""

SSH = re.compile(rf"ssh://{HOST}(?::(?P<port>[0-9]{{1,5}}))?(?P<folder>/.+)")
SCP = re.compile(rf"{HOST}:(?P<folder>/.+)")
RELATIVE = re.compile(rf"{HOST}:.*")
"""A folder of another machine from wherever a login there begins, which a deployment must not depend on."""

S3 = re.compile(r"s3://(?P<bucket>[A-Za-z0-9][A-Za-z0-9._-]+)(?:/(?P<prefix>.*))?")


def open_target(address: str, ssh: str) -> Target:
    """Return the target at an address; ``ssh`` is the command that connects to other machines."""
    bucket = S3.fullmatch(address)
    if bucket:
        prefix = (bucket["prefix"] or "").strip("/")
        return open_bucket(bucket["bucket"], f"{prefix}/" if prefix else "")
    remote = SSH.fullmatch(address)
    if remote:
        port = ["-p", remote["port"]] if remote["port"] else []
        return ReleaseTrees(SshHost(remote["host"], remote["folder"], [*shlex.split(ssh), *port]))
    remote = SCP.fullmatch(address)
    if remote and "://" not in address:
        return ReleaseTrees(SshHost(remote["host"], remote["folder"], shlex.split(ssh)))
    if "://" in address or RELATIVE.fullmatch(address):
        raise TargetRefusedError(
            Sentence(
                f"不认识的目标“{address}”。可写文件夹、ssh://用户@主机/路径、用户@主机:/路径、s3://存储桶/前缀。",
                f"“{address}” is no target. Write a folder, ssh://USER@HOST/PATH, USER@HOST:/PATH or s3://BUCKET/PREFIX.",
            )
        )
    return ReleaseTrees(FolderHost(Path(address).absolute()))


def local_folder(address: str) -> Path | None:
    """Return the folder of this machine that an address names, if it names one."""
    return None if "://" in address or RELATIVE.fullmatch(address) else Path(address).absolute()
