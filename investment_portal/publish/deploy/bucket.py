"""A bucket of an S3-compatible storage as a target.

Readers are served from the keys below the prefix, which are replaced one by one: what is new first, pages last, the
manifest at the very end. Below ``.portal/`` stand the state, the manifests of kept releases, and, by their SHA-256,
the files that these had and the published one has not.
"""

import hashlib
import os
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from http import HTTPStatus
from importlib import import_module
from itertools import count
from typing import Any

from investment_portal.languages import Sentence
from investment_portal.publish.deploy.release import Release, phases
from investment_portal.publish.deploy.state import (
    KnownRelease,
    TargetState,
    due,
    published,
    read_state,
    waiting,
    write_state,
)
from investment_portal.publish.deploy.target import (
    SAFE,
    Deployed,
    DeployOptions,
    TargetRefusedError,
    TransferError,
    chosen,
)
from investment_portal.publish.manifest import MANIFEST, SIGNATURE, Manifest, ManifestError, read_manifest
from investment_portal.publish.web_files import cache_control, content_type
from investment_portal.refusals import RefusedError
from investment_portal.value import Value

STATE = ".portal/state.json"
MANIFESTS = ".portal/releases/"
OBJECTS = ".portal/objects/"

THREADS = 8
TRIES = 8
CONNECT_SECONDS = 20

ADDRESSING = "PORTAL_S3_ADDRESSING"
"""The environment variable that says whether the bucket is part of the host's name: ``virtual``, or ``path``."""


Client = Any
"""A client of boto3, which makes its classes when it runs."""


class Publication(Value):
    """A release to publish: its manifest, its signature, and what puts one of its files in its place."""

    manifest: Manifest
    signature: bytes
    put: Callable[[str], None]
    is_there: Callable[[str, str], bool]
    """Return whether a file matches an ETag."""

    @property
    def closing(self) -> dict[str, bytes]:
        """Return the files that become visible last."""
        return {MANIFEST: self.manifest.content, **({SIGNATURE: self.signature} if self.signature else {})}


class Live(Value):
    """The state of the bucket: files by their SHA-256, and files that a stopped deployment may have replaced."""

    files: Mapping[str, str]
    doubtful: frozenset[str]
    others: frozenset[str]
    """Files of stopped deployments that the published release does not have."""


class Bucket:
    """A target in a bucket."""

    def __init__(self, client: Client, bucket: str, prefix: str) -> None:
        """Take the client, the bucket, and what its keys begin with: nothing, or a path with a slash at its end."""
        self._client, self._bucket, self._prefix = client, bucket, prefix
        self.name = f"s3://{bucket}/{prefix}"

    def releases(self) -> tuple[Sequence[KnownRelease], str | None]:
        """Return the kept releases, and the published one."""
        with _translated_errors(self.name):
            state = self._state()
        return state.releases, state.current

    def deploy(self, release: Release, options: DeployOptions) -> Deployed:
        """Publish a release."""
        change = Publication(
            release.manifest,
            release.signature,
            lambda path: self._put(path, release.read(path)),
            lambda path, tag: hashlib.md5(release.read(path), usedforsecurity=False).hexdigest() == tag,
        )
        with _translated_errors(self.name):
            state = self._state()
            if state.current == release.id:
                return self._publish(state, change, options, state.releases)
            entry = KnownRelease(release.id, options.now(), len(release.files), state.current)
            retained, dropped = published(state, entry, options.keep)
            done = self._publish(state, change, options, retained)
            if dropped and not options.dry:
                self._prune(retained, dropped)
            return done

    def rollback(self, wanted: str | None, options: DeployOptions) -> Deployed:
        """Publish a kept release again; its files are copied within the bucket."""
        with _translated_errors(self.name):
            state = self._state()
            target = chosen(state.releases, state.current, wanted)
            manifest = self._manifest(target.id)
            if manifest is None:
                raise TransferError(
                    Sentence(f"版本 {target.id} 的文件已不在那里。", f"The files of release {target.id} are gone.")
                )
            change = Publication(
                manifest,
                self._get(f"{MANIFESTS}{target.id}.sig") or b"",
                lambda path: self._copy(f"{OBJECTS}{manifest.files[path].sha256}", path),
                lambda _path, _tag: False,
            )
            done = self._publish(state, change, options, state.releases)
            return Deployed(done.release, [], 0, done.deleted, done.waiting)

    def _publish(
        self, state: TargetState, change: Publication, options: DeployOptions, retained: list[KnownRelease]
    ) -> Deployed:
        """Publish the files of a release, in an order that leaves no link dead at any moment."""
        live, new, now = self._live(state), change.manifest.files, options.now()
        changed = self._changed(live, change, full=options.full)
        gone = waiting(state.gone, {*live.files, *live.others}, new, now)
        over = due(gone, now, options.grace)
        gone = {path: since for path, since in gone.items() if path not in over}
        fresh = bool(changed or state.pending or state.current != change.manifest.release)
        closing = change.closing if fresh else {}
        size = sum(new[path].size for path in changed) + sum(map(len, closing.values()))
        result = Deployed(change.manifest.release, [*changed, *closing], size, over, len(gone))
        if options.dry:
            return result
        if fresh:
            self._begin(state, change, live)
            self._replace(change, changed, {*live.files, *live.doubtful}, options.progress)
        if fresh or over or gone != state.gone:
            self._save(TargetState(releases=retained, gone=gone, current=change.manifest.release))
        self._each(over, self._delete)
        return result

    def _live(self, state: TargetState) -> Live:
        """Return what readers are served."""
        current = self._listed(state.current)
        begun = [self._listed(release) for release in state.pending]
        doubtful = {path for other in begun for path in {*current, *other} if current.get(path) != other.get(path)}
        return Live(current, frozenset(doubtful), frozenset(doubtful - current.keys()))

    def _changed(self, live: Live, change: Publication, *, full: bool) -> list[str]:
        """Return the files to put; those of a stopped deployment are compared first."""
        new = change.manifest.files
        tags = self._tags() if live.doubtful and not full else {}

        def is_changed(path: str) -> bool:
            if path in live.doubtful:
                return not (path in tags and change.is_there(path, tags[path]))
            return live.files.get(path) != new[path].sha256

        return [path for path in new if full or is_changed(path)]

    def _begin(self, state: TargetState, change: Publication, live: Live) -> None:
        """Keep for a rollback what will be replaced, and write down that a deployment has begun."""
        new = change.manifest.files
        leaving = {
            sha: path
            for path, sha in live.files.items()
            if path not in live.doubtful and (path not in new or new[path].sha256 != sha)
        }
        have = {key.removeprefix(OBJECTS) for key, _ in self._list(OBJECTS)} if leaving else set()

        def keep(sha: str) -> None:
            # A file that somebody deleted in the bucket is lost to a rollback; that is no reason not to publish.
            with suppress(self._client.exceptions.NoSuchKey):
                self._copy(leaving[sha], f"{OBJECTS}{sha}")

        self._each([sha for sha in leaving if sha not in have], keep)
        release = change.manifest.release
        self._put(f"{MANIFESTS}{release}.json", change.manifest.content)
        if change.signature:
            self._put(f"{MANIFESTS}{release}.sig", change.signature)
        pending = [*(other for other in state.pending if other != release), release]
        self._save(TargetState(releases=state.releases, gone=state.gone, current=state.current, pending=pending))

    def _replace(
        self, change: Publication, changed: Sequence[str], old: Iterable[str], progress: Callable[[int, int], None]
    ) -> None:
        """Put all files, each group only after the one before it is complete."""
        done = count(1)
        for group in phases(changed, old):
            self._each(group, change.put, lambda: progress(next(done), len(changed)))
        for path, content in change.closing.items():
            self._put(path, content)
        if not change.signature:
            self._delete(SIGNATURE)

    def _prune(self, retained: Sequence[KnownRelease], dropped: Sequence[KnownRelease]) -> None:
        """Delete the manifests of releases that are kept no longer, and the files that only they had."""
        needed = {sha for known in retained for sha in self._listed(known.id).values()}
        objects = [key for key, _ in self._list(OBJECTS) if key.removeprefix(OBJECTS) not in needed]
        manifests = [f"{MANIFESTS}{known.id}.{end}" for known in dropped for end in ("json", "sig")]
        self._each([*objects, *manifests], self._delete)

    def _state(self) -> TargetState:
        """Return the state; refuse a prefix that holds something else."""
        content = self._get(STATE)
        if content is None and next(self._list(""), None) is None:
            return TargetState()
        state = read_state(content or b"")
        if state is None:
            raise TargetRefusedError(
                Sentence(
                    f"“{self.name}”里有别的内容，或是更新的版本发布的，没有改动。请换一个新的或空的前缀。",
                    f"“{self.name}” holds something else, or was deployed by a newer version; it was not touched. "
                    "Choose a new or empty prefix.",
                )
            )
        return state

    def _save(self, state: TargetState) -> None:
        self._put(STATE, write_state(state))

    def _manifest(self, release: str) -> Manifest | None:
        content = self._get(f"{MANIFESTS}{release}.json")
        try:
            return read_manifest(content) if content is not None else None
        except ManifestError:
            return None

    def _listed(self, release: str | None) -> dict[str, str]:
        """Return the SHA-256 of each file of a release; nothing where its manifest cannot be read."""
        manifest = self._manifest(release) if release else None
        return {path: file.sha256 for path, file in manifest.files.items()} if manifest else {}

    def _tags(self) -> dict[str, str]:
        """Return the ETag of every file that readers are served: its MD5, unless the storage encrypts it."""
        return dict(self._list(""))

    def _list(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Yield the keys that begin so, without the target's own prefix, each with its ETag."""
        pages = self._client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self._bucket, Prefix=f"{self._prefix}{prefix}"):
            for entry in page.get("Contents", ()):
                yield entry["Key"].removeprefix(self._prefix), entry["ETag"].strip('"')

    def _get(self, key: str) -> bytes | None:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=f"{self._prefix}{key}")
        except self._client.exceptions.NoSuchKey:
            return None
        content: bytes = answer["Body"].read()
        return content

    def _put(self, path: str, content: bytes) -> None:
        self._client.put_object(
            Bucket=self._bucket,
            Key=f"{self._prefix}{path}",
            Body=content,
            ContentMD5=b64encode(hashlib.md5(content, usedforsecurity=False).digest()).decode(),
            ContentType=content_type(path),
            CacheControl=cache_control(path),
        )

    def _copy(self, source: str, path: str) -> None:
        self._client.copy_object(
            Bucket=self._bucket,
            Key=f"{self._prefix}{path}",
            CopySource={"Bucket": self._bucket, "Key": f"{self._prefix}{source}"},
            MetadataDirective="REPLACE",
            ContentType=content_type(path),
            CacheControl=cache_control(path),
        )

    def _delete(self, key: str) -> None:
        self._client.delete_object(Bucket=self._bucket, Key=f"{self._prefix}{key}")

    @staticmethod
    def _each(keys: Iterable[str], act: Callable[[str], None], done: Callable[[], None] = lambda: None) -> None:
        """Act on each key, several at a time; ``done`` is called after each. The first failure ends it."""
        with ThreadPoolExecutor(THREADS) as threads:
            started = [threads.submit(act, key) for key in keys]
            try:
                for future in as_completed(started):
                    future.result()
                    done()
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                raise


def open_bucket(bucket: str, prefix: str) -> Bucket:
    """Return a target; the storage's address, region and keys come from the environment, as for AWS's own tools."""
    try:
        boto3, config = import_module("boto3"), import_module("botocore.config")
    except ImportError as error:
        raise TargetRefusedError(
            Sentence("发布到对象存储需要先安装 boto3：pip install boto3", "Install boto3 first: pip install boto3")
        ) from error
    tries = os.environ.get("AWS_MAX_ATTEMPTS", "")
    how = config.Config(
        retries={"mode": "standard", "total_max_attempts": int(tries) if tries.isdigit() else TRIES},
        # Other storages than Amazon's refuse the checksums that boto3 adds by itself.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        connect_timeout=CONNECT_SECONDS,
        max_pool_connections=THREADS,
        s3={"addressing_style": os.environ.get(ADDRESSING, "auto")},
    )
    with _translated_errors(f"s3://{bucket}/{prefix}"):
        return Bucket(boto3.Session().client("s3", config=how), bucket, prefix)


@contextmanager
def _translated_errors(name: str) -> Iterator[None]:
    """Convert errors of the storage into sentences."""
    errors = import_module("botocore.exceptions")
    try:
        yield
    except (errors.NoCredentialsError, errors.PartialCredentialsError, errors.NoRegionError) as error:
        raise TargetRefusedError(
            Sentence(
                f"没有访问“{name}”的密钥或区域：请设置 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_REGION。",
                f"Keys or region for “{name}” are missing: set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION.",
            )
        ) from error
    except errors.ClientError as error:
        raise _refusal(name, error.response) from error
    except errors.BotoCoreError as error:
        raise TransferError(
            Sentence(f"无法访问“{name}”：{error}。{SAFE.zh}", f"“{name}” cannot be reached: {error}. {SAFE.en}")
        ) from error


def _refusal(name: str, answer: Mapping[str, Any]) -> RefusedError | TransferError:
    code = str(answer.get("Error", {}).get("Code", ""))
    status = answer.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code == "NoSuchBucket":
        return TargetRefusedError(
            Sentence(f"没有“{name}”这个存储桶，请先建立。", f"There is no bucket for “{name}”: create it first.")
        )
    if code in {"SlowDown", "TooManyRequests", "RequestLimitExceeded"} or status in {429, 503} or "hrottl" in code:
        return TransferError(
            Sentence(
                f"“{name}”限制访问频率，多次重试仍被拒绝（{code}）。{SAFE.zh}",
                f"“{name}” limits the rate of requests and still refuses after several tries ({code}). {SAFE.en}",
            )
        )
    if "Full" in code or "Quota" in code or status == HTTPStatus.INSUFFICIENT_STORAGE:
        return TransferError(
            Sentence(f"“{name}”空间已满（{code}）。{SAFE.zh}", f"“{name}” is full ({code}). {SAFE.en}")
        )
    if status in {401, 403}:
        return TransferError(
            Sentence(
                f"“{name}”拒绝访问（{code}）：请核对密钥及其权限（读、写、列出、删除）。{SAFE.zh}",
                f"“{name}” denies access ({code}): the keys need the rights to get, put, list and delete. {SAFE.en}",
            )
        )
    return TransferError(
        Sentence(f"“{name}”返回错误 {code or status}。{SAFE.zh}", f"“{name}” answers with {code or status}. {SAFE.en}")
    )
