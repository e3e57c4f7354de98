"""The stage `publish`: the only writer of results. What it writes appears whole or not at all."""
