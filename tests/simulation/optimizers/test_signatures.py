"""Steppers hand hyperparameters over by position; that is only right if all agree on the order."""

from __future__ import annotations

import inspect

import pytest

from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS

RULES = [optimizer for optimizer in OPTIMIZERS.values() if isinstance(optimizer, Rule)]


def arguments(function) -> list[str]:
    parameters = inspect.signature(function).parameters.values()
    return [p.name for p in parameters if p.kind is not p.KEYWORD_ONLY]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_that_functions_take_hyperparameters_in_declared_order(rule):
    declared = [parameter.name for parameter in rule.hyperparameters]
    assert arguments(rule.update) == ["x", "gradient", "state", *declared]
    if rule.query is not None:
        assert arguments(rule.query)[2:] == declared
