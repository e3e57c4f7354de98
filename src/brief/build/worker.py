"""What the server of workers imports once, so that every worker starts with it."""

from __future__ import annotations

import brief.build.pipeline
import brief.compose
import brief.define
import brief.finish
import brief.localise
import brief.render.engine  # noqa: F401  # WeasyPrint, the slowest of all
