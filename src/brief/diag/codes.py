"""The closed list of everything that `brief` can say to an author, by name."""

from __future__ import annotations

from brief.diag import (
    build_codes,
    compose_codes,
    define_codes,
    finish_codes,
    intake_codes,
    localise_codes,
    publish_codes,
    render_codes,
)
from brief.diag.diagnostic import Code

CODES: dict[str, Code] = {
    code.name: code
    for table in (
        define_codes.ALL,
        localise_codes.ALL,
        compose_codes.ALL,
        render_codes.ALL,
        finish_codes.ALL,
        intake_codes.ALL,
        publish_codes.ALL,
        build_codes.ALL,
    )
    for code in table
}
