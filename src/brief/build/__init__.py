"""The order of the stages: plan variants, tell which have changed, and build those."""
