"""A sequence whose items are made when somebody first looks at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Later(Sequence[T]):
    """Looks like the tuple that `make` gives; `make` is called once, at the first look."""

    __slots__ = ("_items", "_make")

    def __init__(self, make: Callable[[], tuple[T, ...]]) -> None:
        self._make = make
        self._items: tuple[T, ...] | None = None

    def _all(self) -> tuple[T, ...]:
        if self._items is None:
            self._items = self._make()
        return self._items

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        """The item, or a tuple of items."""
        return self._all()[at]

    def __len__(self) -> int:
        """How many items there are."""
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        """Equal to any sequence of the same items."""
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        """As that of the tuple."""
        return hash(self._all())

    def __repr__(self) -> str:
        """As that of the tuple."""
        return repr(self._all())
