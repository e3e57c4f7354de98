"""A closed table of resources in place of files and network.

The engine may ask for what a composition holds and for nothing else. What it asks for besides is
noted, since inside SVG the engine swallows a refusal.
"""

from __future__ import annotations

from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse

from brief.model.composition import Drawing, Resource


class ClosedFetcher(URLFetcher):
    """Serve resources by address; `refused` lists the addresses that are not among them."""

    def __init__(self, resources: Mapping[str, Resource], drawings: Mapping[str, Drawing]) -> None:
        """Begin with what a composition holds, and without any handler of a protocol."""
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.handlers.clear()
        self.handle_open.clear()
        self._resources = resources
        self._drawings = drawings
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Serve one resource, or refuse with a `ValueError` that the engine logs."""
        resource = self._resources.get(url)
        if resource is None and url in self._drawings:
            resource = self._drawings[url]()
        if resource is None:
            self.refused.append(url)
            raise ValueError(f"{url[:120]} is not part of the briefing")
        return URLFetcherResponse(url, resource.data, {"Content-Type": resource.media_type})
