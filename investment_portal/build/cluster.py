"""A Dask cluster in the place of local processes, for portals that outgrow one machine.

Dask is an optional dependency (``cluster``). Each worker needs this package and its libraries in the same versions; it
gets all else from here. Whoever may reach the scheduler may run code on its workers, so it belongs in a closed network.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from investment_portal.languages import Sentence
from investment_portal.refusals import ClusterError
from investment_portal.workers import Workers

if TYPE_CHECKING:
    from concurrent.futures import Future

State = TypeVar("State")
Shard = TypeVar("Shard")
Result = TypeVar("Result")

CONNECT_SECONDS = 10
"""Seconds to wait for an answer of the scheduler."""

MISSING = Sentence(
    "使用 --cluster 需要先安装 Dask：pip install distributed",
    "--cluster needs Dask: pip install distributed",
)


class ClusterWorkers(Workers[State]):
    """Runs tasks on the workers of a Dask scheduler; the state is sent to each of them once."""

    def __init__(self, state: State, address: str) -> None:
        """Connect to nothing yet; ``address`` is that of the scheduler, as in ``tcp://10.0.0.5:8786``."""
        super().__init__(state, 1)
        self._address = address
        self._client: Any = None
        self._remote: Any = None
        self._cluster: Any = None

    def __enter__(self) -> "ClusterWorkers[State]":
        """Connect, and send the state."""
        try:
            import distributed  # noqa: PLC0415 - optional
        except ImportError as error:
            raise ClusterError(MISSING) from error
        try:
            connect: Any = distributed.Client
            self._client = connect(self._address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(_unreachable(self._address, error)) from error
        self.count = sum(self._client.nthreads().values())
        if not self.count:
            self._client.close()
            raise ClusterError(
                Sentence(f"{self._address} 没有可用的 worker。", f"The cluster at {self._address} has no workers.")
            )
        self._remote = self._client.scatter(self._state, broadcast=True, hash=False)
        self._cluster = self._client.get_executor(pure=False)
        self._executor = self._cluster
        return self

    def __exit__(self, *_: object) -> None:
        """Disconnect; what still runs is cancelled."""
        self._cluster.shutdown(wait=False)
        self._client.close()

    def _start(self, task: Callable[[State, Shard], Result], shard: Shard) -> "Future[Result]":
        started: Future[Result] = self._cluster.submit(task, self._remote, shard)
        return started


def _unreachable(address: str, error: Exception) -> Sentence:
    return Sentence(f"无法连接集群 {address}：{error}", f"The cluster at {address} cannot be reached: {error}")
