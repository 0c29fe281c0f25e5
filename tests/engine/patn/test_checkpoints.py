from __future__ import annotations

import io
import os
import pickle
import struct
import types
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from engine.errors import OutputError, WeightsError
from engine.patn.checkpoints import GeneratorHeader, read_generator, write_generator
from engine.patn.generator import Generator, GeneratorArchitecture, initialise
from engine.patn.pictures import to_picture

HEADER = GeneratorHeader("ours", "a few pictures", "CC0-1.0")
SMALL = GeneratorArchitecture(ngf=4, blocks=2)


# --- An independent network in the published layout, written out plainly from the paper. ---


class ReferenceBlock(nn.Module):
    def __init__(self, image: nn.Sequential, pose: nn.Sequential) -> None:
        super().__init__()
        self.conv_block_stream1 = image
        self.conv_block_stream2 = pose


class ReferenceNetwork(nn.Module):
    """Keeps its parts under `model`, as the published class does, which puts that word before every name."""

    def __init__(self, ngf: int, blocks: int, norm: str, dropout: bool) -> None:
        super().__init__()
        bias = norm == "instance"

        def normed(channels: int) -> nn.Module:
            return nn.InstanceNorm2d(channels, affine=False) if norm == "instance" else nn.BatchNorm2d(channels)

        def down(channels: int) -> nn.Sequential:
            layers: list[nn.Module] = [nn.ReflectionPad2d(3), nn.Conv2d(channels, ngf, 7, bias=bias), normed(ngf)]
            layers += [nn.ReLU()]
            for width in (ngf, 2 * ngf):
                layers += [nn.Conv2d(width, 2 * width, 3, 2, 1, bias=bias), normed(2 * width), nn.ReLU()]
            return nn.Sequential(*layers)

        def path(inner: int, out: int, closing_norm: bool) -> nn.Sequential:
            layers: list[nn.Module] = [nn.ReflectionPad2d(1), nn.Conv2d(inner, inner, 3, bias=bias), normed(inner)]
            layers += [nn.ReLU()] + ([nn.Dropout(0.5)] if dropout else [])
            layers += [nn.ReflectionPad2d(1), nn.Conv2d(inner, out, 3, bias=bias)]
            return nn.Sequential(*layers, *([normed(out)] if closing_norm else []))

        code = 4 * ngf
        self.model = nn.ModuleDict()
        self.model["stream1_down"] = down(3)
        self.model["stream2_down"] = down(36)
        self.model["att"] = nn.ModuleList(
            [
                ReferenceBlock(path(code, code, True), path(code if number == 0 else 2 * code, code, False))
                for number in range(blocks)
            ]
        )
        up: list[nn.Module] = []
        for width in (code, code // 2):
            up += [nn.ConvTranspose2d(width, width // 2, 3, 2, 1, 1, bias=bias), normed(width // 2), nn.ReLU()]
        self.model["stream1_up"] = nn.Sequential(*up, nn.ReflectionPad2d(3), nn.Conv2d(ngf, 3, 7), nn.Tanh())

    def forward(self, picture: Tensor, maps: Tensor) -> Tensor:
        p = self.model["stream1_down"](picture)
        s = self.model["stream2_down"](maps)
        for block in self.model["att"].children():
            assert isinstance(block, ReferenceBlock)
            change, s = block.conv_block_stream1(p), block.conv_block_stream2(s)
            p = p + change * torch.sigmoid(s)
            s = torch.cat((s, p), 1)
        painted: Tensor = self.model["stream1_up"](p)
        return painted


def reference(ngf: int = 4, blocks: int = 2, norm: str = "instance", dropout: bool = True) -> ReferenceNetwork:
    torch.manual_seed(ngf * 100 + blocks)
    network = ReferenceNetwork(ngf, blocks, norm, dropout)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):  # statistics as a training would leave them
            assert module.running_mean is not None and module.running_var is not None
            nn.init.normal_(module.running_mean, 0, 0.2)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
            nn.init.normal_(module.weight, 1, 0.1)
            nn.init.normal_(module.bias, 0, 0.1)
    return network.eval()


def published_picture(network: ReferenceNetwork, condition: Tensor, maps: Tensor) -> np.ndarray:
    with torch.no_grad():
        numbers = network(condition, maps)[0].numpy()
    return ((np.transpose(numbers, (1, 2, 0)) + 1) / 2.0 * 255.0).astype(np.uint8)


def old_state(network: ReferenceNetwork) -> OrderedDict[str, Tensor]:
    """The `state_dict` as PyTorch 0.3 made it: instance norms with statistics, no counted batches."""
    state: OrderedDict[str, Tensor] = OrderedDict()
    for name, tensor in network.state_dict().items():
        if not name.endswith("num_batches_tracked"):
            state[name] = tensor
    for name, module in network.named_modules():
        if isinstance(module, nn.InstanceNorm2d):
            state[f"{name}.running_mean"] = torch.randn(module.num_features)
            state[f"{name}.running_var"] = torch.rand(module.num_features)
    return state


class OldPickler(pickle.Pickler):
    """Writes tensors with the one function that PyTorch 0.3 had for it."""

    def reducer_override(self, thing: object) -> Any:
        if isinstance(thing, Tensor):
            parts = (thing._typed_storage(), thing.storage_offset(), tuple(thing.size()), thing.stride())
            return torch._utils._rebuild_tensor, parts  # type: ignore[attr-defined]
        return NotImplemented


def save_as_before(state: OrderedDict[str, Tensor], path: Path) -> None:
    """A file as PyTorch 0.3 wrote it."""
    old = types.ModuleType("old_pickle")
    vars(old).update(Pickler=OldPickler, dump=pickle.dump, dumps=pickle.dumps)
    torch.save(state, path, pickle_module=old, _use_new_zipfile_serialization=False)
    content = path.read_bytes()
    assert b"_rebuild_tensor\n" in content
    assert b"_rebuild_tensor_v2" not in content


def inputs(height: int = 64, width: int = 48) -> tuple[Tensor, Tensor]:
    random = torch.Generator().manual_seed(5)
    condition = torch.rand(1, 3, height, width, generator=random) * 2 - 1
    maps = (torch.rand(1, 36, height, width, generator=random) > 0.999).float()
    return condition, maps


@pytest.mark.parametrize("norm", ["instance", "batch"])
@pytest.mark.parametrize("dropout", [True, False])
@pytest.mark.parametrize(("ngf", "blocks"), [(4, 2), (8, 9), (6, 1)])
@pytest.mark.parametrize("made_by", ["today", "0.3"])
def test_a_published_checkpoint_gives_the_published_picture(
    tmp_path: Path, norm: str, dropout: bool, ngf: int, blocks: int, made_by: str
) -> None:
    network = reference(ngf, blocks, norm, dropout)
    path = tmp_path / "latest_net_netG.pth"
    if made_by == "0.3":
        save_as_before(old_state(network), path)
    else:
        torch.save(network.state_dict(), path)
    loaded = read_generator(path)
    architecture = loaded.generator.architecture
    assert (architecture.ngf, architecture.blocks) == (ngf, blocks)
    assert (architecture.norm, architecture.dropout) == (norm, dropout)
    condition, maps = inputs()
    with torch.no_grad():
        ours = to_picture(loaded.generator(condition, maps))[0]
    wanted = published_picture(network, condition, maps)
    assert wanted.std() > 5  # a picture, not a flat grey
    assert np.abs(ours.astype(int) - wanted.astype(int)).max() <= 1
    assert loaded.header.licence == loaded.header.trained_on == "not stated in the file"
    assert loaded.header.name == "latest_net_netG"


def test_old_instance_statistics_of_the_published_network_are_seventy(tmp_path: Path) -> None:
    network = reference(4, 9)
    state = old_state(network)
    assert sum(".running_" in name for name in state) == 70
    torch.save(state, tmp_path / "g.pth")
    assert not any("running" in name for name in read_generator(tmp_path / "g.pth").generator.state_dict())


def test_a_market_file_needs_its_statistics(tmp_path: Path) -> None:
    state = old_state(reference(norm="batch"))
    torch.save({name: tensor for name, tensor in state.items() if ".running_" not in name}, tmp_path / "g.pth")
    with pytest.raises(WeightsError, match="tensors are missing"):
        read_generator(tmp_path / "g.pth")


def test_market_files_want_their_own_size_and_gaussian_maps(tmp_path: Path) -> None:
    torch.save(reference(norm="batch").state_dict(), tmp_path / "market.pth")
    torch.save(reference().state_dict(), tmp_path / "fashion.pth")
    market, fashion = (read_generator(tmp_path / f"{name}.pth").header for name in ("market", "fashion"))
    assert (market.size, market.pose_sigma, market.pose_radius) == ((128, 64), 6.0, 0)
    assert (fashion.size, fashion.pose_sigma, fashion.pose_radius) == ((256, 176), None, 0)


@pytest.mark.parametrize(
    "architecture",
    [
        SMALL,
        GeneratorArchitecture(ngf=6, blocks=3, norm="batch", dropout=True),
        GeneratorArchitecture(ngf=4, blocks=5, condition_channels=4, output_mask=True),
    ],
)
@pytest.mark.parametrize("half", [True, False])
def test_ours_come_back_as_they_went(tmp_path: Path, architecture: GeneratorArchitecture, half: bool) -> None:
    generator = Generator(architecture).eval()
    initialise(generator, seed=1)
    header = GeneratorHeader(
        "ours",
        "photos of passers-by",
        "CC0-1.0",
        condition="moved",
        size=(64, 48),
        pose_radius=1,
        training={"steps": 18000, "options": {"recolour": True}, "names": ["a", "b"]},
    )
    path = tmp_path / "new" / "ours.safetensors"
    write_generator(path, generator, header=header, half=half)
    loaded = read_generator(path)
    assert loaded.header == header
    assert loaded.generator.architecture == architecture
    assert not loaded.generator.training
    condition, maps = inputs()
    condition = torch.cat([condition, condition[:, :1].gt(0).float()], dim=1)[:, : architecture.condition_channels]
    with torch.no_grad():
        before, after = generator(condition, maps), loaded.generator(condition, maps)
    assert torch.allclose(before, after, atol=4e-3 if half else 1e-6)
    assert all(tensor.dtype != torch.float16 for tensor in loaded.generator.state_dict().values())
    again = tmp_path / "again.safetensors"
    write_generator(again, loaded.generator, header=header, half=half)
    assert again.read_bytes() == path.read_bytes()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["again.safetensors", "new"]


def test_half_precision_halves_the_file(tmp_path: Path) -> None:
    generator = Generator(SMALL)
    write_generator(tmp_path / "half", generator, header=HEADER)
    write_generator(tmp_path / "full", generator, header=HEADER, half=False)
    assert (tmp_path / "half").stat().st_size < 0.56 * (tmp_path / "full").stat().st_size


def test_a_loaded_generator_can_be_trained_on(tmp_path: Path) -> None:
    write_generator(tmp_path / "g", Generator(SMALL), header=HEADER)
    generator = read_generator(tmp_path / "g").generator.train()
    generator(*inputs()).square().mean().backward()
    assert all(parameter.grad is not None for parameter in generator.parameters())


def test_a_loaded_generator_does_not_hang_on_its_file(tmp_path: Path) -> None:
    path = tmp_path / "g"
    write_generator(path, Generator(SMALL), header=HEADER, half=False)
    loaded = read_generator(path)
    before = {name: tensor.clone() for name, tensor in loaded.generator.state_dict().items()}
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)
    assert all(torch.equal(before[name], tensor) for name, tensor in loaded.generator.state_dict().items())


# --- Files that must be refused. ---


class Bomb:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.marker),)


@pytest.mark.parametrize("form", ["zip", "old", "bare"])
def test_a_pickle_with_code_is_refused_and_not_run(tmp_path: Path, form: str) -> None:
    path, marker = tmp_path / "evil.pth", tmp_path / "code ran"
    if form == "bare":
        path.write_bytes(pickle.dumps({"model.a": Bomb(marker)}, protocol=2))
    else:
        torch.save({"model.a": Bomb(marker)}, path, _use_new_zipfile_serialization=form == "zip")
    with pytest.raises(WeightsError, match="could run code") as caught:
        read_generator(path)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)
    assert not marker.exists()


def test_a_whole_pickled_module_is_refused(tmp_path: Path) -> None:
    torch.save(reference(), tmp_path / "module.pth")
    with pytest.raises(WeightsError, match="plain state_dict"):
        read_generator(tmp_path / "module.pth")


@pytest.mark.parametrize("form", ["zip", "old", "safetensors"])
@pytest.mark.parametrize("kept", [0.0, 0.0005, 0.01, 0.5, 0.99])
def test_a_file_cut_short_is_refused(tmp_path: Path, form: str, kept: float) -> None:
    path = tmp_path / "g"
    if form == "safetensors":
        write_generator(path, Generator(SMALL), header=HEADER)
    else:
        torch.save(reference().state_dict(), path, _use_new_zipfile_serialization=form == "zip")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(WeightsError, match="damaged|cut short|empty|no weights file"):
        read_generator(path)


def test_a_broken_byte_in_the_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "g"
    write_generator(path, Generator(SMALL), header=HEADER)
    whole = bytearray(path.read_bytes())
    whole[9] = 0xFF
    path.write_bytes(bytes(whole))
    with pytest.raises(WeightsError, match="damaged"):
        read_generator(path)


def test_the_hash_is_checked_before_the_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "g"
    write_generator(path, Generator(SMALL), header=HEADER)
    good = read_generator(path).sha256
    assert read_generator(path, sha256=good).sha256 == good
    with pytest.raises(WeightsError, match="changed or damaged"):
        read_generator(path, sha256="0" * 64)
    path.write_bytes(b"nonsense")
    with pytest.raises(WeightsError, match="changed or damaged"):
        read_generator(path, sha256=good)


def test_not_a_weights_file(tmp_path: Path) -> None:
    cases = {
        "page.pth": (b"<!DOCTYPE html><html>Sign in</html>", "web page"),
        "text.pth": (b"hello there, this is a long enough text", "no weights file"),
        "zero.pth": (b"", "empty"),
    }
    for name, (content, message) in cases.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(WeightsError, match=message):
            read_generator(tmp_path / name)
    with pytest.raises(WeightsError, match="folder"):
        read_generator(tmp_path)
    with pytest.raises(WeightsError, match="no such"):
        read_generator(tmp_path / "nowhere.pth")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("holiday.txt", "sun")
    (tmp_path / "photos.zip").write_bytes(packed.getvalue())
    with pytest.raises(WeightsError, match="damaged"):
        read_generator(tmp_path / "photos.zip")


def test_another_network_is_refused(tmp_path: Path) -> None:
    good = reference().state_dict()
    cases: dict[str, tuple[object, str]] = {
        "other": ({"conv1_1.weight": torch.zeros(64, 3, 3, 3)}, "no image path"),
        "list": ([torch.zeros(3)], "no table"),
        "nothing": ({}, "no table"),
        "numbers": ({"epoch": 3}, "no table"),
        "missing": ({k: v for k, v in good.items() if "att.1.conv_block_stream2.6" not in k}, "2 of its"),
        "extra": ({**good, "model.more.weight": torch.zeros(3)}, "1 tensors too many"),
        "shape": ({**good, "model.att.1.conv_block_stream1.1.weight": torch.zeros(16, 15, 3, 3)}, "not"),
        "gap": ({k.replace("att.1.", "att.7."): v for k, v in good.items()}, "not numbered"),
        "integers": ({**good, "model.stream1_up.7.bias": torch.zeros(3, dtype=torch.int64)}, "stream1_up.7.bias"),
        "nan": ({**good, "model.stream1_up.7.bias": torch.tensor([0.0, float("nan"), 0.0])}, "not numbers"),
        "channels": ({**good, "model.stream1_up.7.weight": torch.zeros(7, 4, 7, 7)}, "gives 7"),
        "flat": ({**good, "model.stream1_up.7.weight": torch.zeros(7)}, "no image path"),
        "blocks": ({k: v for k, v in good.items() if "att" not in k}, "not numbered"),
    }
    for name, (content, message) in cases.items():
        torch.save(content, tmp_path / name)
        with pytest.raises(WeightsError, match=message) as caught:
            read_generator(tmp_path / name)
        assert "\n" not in str(caught.value)


def test_views_that_claim_more_than_the_file_holds_are_refused(tmp_path: Path) -> None:
    huge = torch.zeros(1).expand(1 << 40)
    torch.save({**reference().state_dict(), "model.stream1_up.7.bias": huge}, tmp_path / "g.pth")
    with pytest.raises(WeightsError, match="claims more"):
        read_generator(tmp_path / "g.pth")


def test_a_later_format_and_a_wrong_header_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "g"
    write_generator(path, Generator(SMALL), header=HEADER)
    raw = path.read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    head, body = raw[8 : 8 + length].decode(), raw[8 + length :]

    def changed(old: str, new: str) -> Path:
        assert old in head
        text = head.replace(old, new).encode()
        text += b" " * (-len(text) % 8)
        other = tmp_path / "other"
        other.write_bytes(struct.pack("<Q", len(text)) + text + body)
        return other

    with pytest.raises(WeightsError, match="later Repose Studio"):
        read_generator(changed('\\"version\\": 1', '\\"version\\": 2'))
    for old, new, message in [
        ('\\"version\\": 1', '\\"version\\": \\"x\\"', "does not fit"),
        ('\\"ngf\\": 4', '\\"ngf\\": 8', "does not fit"),
        ("repose-patn", "repose-pose", "header says"),
        ('\\"pose_radius\\": 0', '\\"pose_radius\\": \\"big\\"', "wrong kind"),
        ('\\"pose_radius\\": 0', '\\"pose_rad\\": 0', "lacks"),
        ('\\"size\\": [256, 176]', '\\"size\\": [256, -1]', "wrong kind"),
        ('\\"licence\\": \\"CC0-1.0\\"', '\\"licence\\": 3', "wrong kind"),
        ('\\"training\\": {}', '\\"training\\": {', "damaged"),
    ]:
        with pytest.raises(WeightsError, match=message):
            read_generator(changed(old, new))


def test_a_safetensors_copy_of_a_published_file_works(tmp_path: Path) -> None:
    network = reference()
    save_file(network.state_dict(), tmp_path / "copy.safetensors")
    condition, maps = inputs()
    with torch.no_grad():
        ours = to_picture(read_generator(tmp_path / "copy.safetensors").generator(condition, maps))[0]
    assert np.abs(ours.astype(int) - published_picture(network, condition, maps)).max() <= 1


def test_weights_that_diverged_are_not_written(tmp_path: Path) -> None:
    generator = Generator(SMALL)
    with torch.no_grad():
        generator.get_parameter("stream1_up.7.bias").fill_(1e6)
    with pytest.raises(OutputError, match="are not finite, so nothing was written"):
        write_generator(tmp_path / "g", generator, header=HEADER)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(OutputError, match="not a folder"):
        write_generator(tmp_path / "file" / "g", Generator(SMALL), header=HEADER)
    old = tmp_path / "old"
    old.mkdir()
    with pytest.raises(OutputError):
        write_generator(old, Generator(SMALL), header=HEADER)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "old"]
