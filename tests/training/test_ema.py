"""The moving average of a network's weights."""

from __future__ import annotations

import torch
from torch import nn

from training.ema import AveragedModel


def test_the_average_follows_quickly_at_first_and_slowly_later() -> None:
    torch.manual_seed(0)
    network = nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3))
    averaged = AveragedModel(network, decay=0.9)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    for update in range(1, 60):
        with torch.no_grad():
            for parameter in network.parameters():
                parameter.add_(torch.randn_like(parameter))
        network(torch.randn(4, 3))
        averaged.update(network)
        decay = min(0.9, (1 + update) / (10 + update))
        for name, value in network.state_dict().items():
            average[name] = decay * average[name] + (1 - decay) * value if value.is_floating_point() else value.clone()
    for name, value in averaged.average.state_dict().items():
        torch.testing.assert_close(value, average[name])
    assert not any(parameter.requires_grad for parameter in averaged.average.parameters())
    averaged.train()
    assert int(averaged.updates) == 59
