"""The pieces that generator and discriminators are built from (Zhu et al., CVPR 2019, and its published code)."""

from __future__ import annotations

from typing import Literal

from torch import nn

Norm = Literal["instance", "batch"]
"""Normalisation: per picture without parameters, or per batch with scale, shift and running statistics."""

STRIDE = 4
"""A picture's height and width must be multiples of this: the encoders halve them twice."""


def encoder(channels: int, ngf: int, norm: Norm) -> list[nn.Module]:
    """``[B, channels, H, W]`` to ``[B, 4 ngf, H/4, W/4]``: a 7 x 7 convolution, then two of stride 2."""
    bias = has_bias(norm)
    return [
        nn.ReflectionPad2d(3),
        nn.Conv2d(channels, ngf, 7, bias=bias),
        normalisation(ngf, norm),
        nn.ReLU(inplace=True),
        nn.Conv2d(ngf, 2 * ngf, 3, stride=2, padding=1, bias=bias),
        normalisation(2 * ngf, norm),
        nn.ReLU(inplace=True),
        nn.Conv2d(2 * ngf, 4 * ngf, 3, stride=2, padding=1, bias=bias),
        normalisation(4 * ngf, norm),
        nn.ReLU(inplace=True),
    ]


def block_path(channels: int, out: int, norm: Norm, *, dropout: bool) -> list[nn.Module]:
    """Two 3 x 3 convolutions, ``[B, channels, h, w]`` to ``[B, out, h, w]``; the second's output is not normalised."""
    bias = has_bias(norm)
    return [
        nn.ReflectionPad2d(1),
        nn.Conv2d(channels, channels, 3, bias=bias),
        normalisation(channels, norm),
        nn.ReLU(inplace=True),
        *([nn.Dropout(0.5)] if dropout else []),
        nn.ReflectionPad2d(1),
        nn.Conv2d(channels, out, 3, bias=bias),
    ]


def upsampling(channels: int, out: int, norm: Norm) -> list[nn.Module]:
    """``[B, channels, h, w]`` to ``[B, out, 2 h, 2 w]``."""
    return [
        nn.ConvTranspose2d(channels, out, 3, stride=2, padding=1, output_padding=1, bias=has_bias(norm)),
        normalisation(out, norm),
        nn.ReLU(inplace=True),
    ]


def normalisation(channels: int, norm: Norm) -> nn.Module:
    """The layer that follows a convolution of so many channels."""
    return nn.BatchNorm2d(channels) if norm == "batch" else nn.InstanceNorm2d(channels)


def has_bias(norm: Norm) -> bool:
    """Whether convolutions carry a bias: the published networks leave it out where batch norm's shift does its work."""
    return norm == "instance"
