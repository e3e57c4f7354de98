"""Tests of the stage `define`."""
