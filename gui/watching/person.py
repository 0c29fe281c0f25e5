"""A person who never tires: works in the window with mouse and keys, as the system would send them, and by a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from engine.skeleton import Joint
from gui.canvas.pose_view import PoseView
from gui.canvas.zoom_view import ZoomView
from gui.main_window import MainWindow

_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_LOOKS: Final = 25
"""How often a person looks whether a dialog is there, that may not be possible now."""
_LEFT: Final = Qt.MouseButton.LeftButton

Deed = Callable[[], None]


class Person:
    """What a person does in a day at the window, in no order; `deeds` are (weight, name, what is done)."""

    def __init__(self, window: MainWindow, *, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)
        self.deeds: list[tuple[int, str, Deed]] = [
            (14, "drag a joint of the target", lambda: self._drag_joint(window.target.view)),
            (8, "drag a joint of the photo", lambda: self._drag_joint(window.photo.view)),
            (4, "drag a limb", lambda: self._drag_limb(window.target.view)),
            (4, "move the whole skeleton", lambda: self._drag_joint(window.target.view, keys=_ALT)),
            (8, "nudge a joint", self._nudge),
            (4, "set a joint's state", self._set_state),
            (8, "undo", lambda: self._keys(Qt.Key.Key_Z, _CTRL)),
            (4, "redo", lambda: self._keys(Qt.Key.Key_Z, _CTRL | _SHIFT)),
            (8, "choose a pose", self._choose_pose),
            (3, "scroll the gallery", lambda: self._wheel(window.gallery.view.viewport())),
            (2, "search a pose", self._search_pose),
            (8, "zoom", lambda: self._wheel(self._view().viewport())),
            (4, "pan", self._pan),
            (2, "fit", lambda: self._keys(Qt.Key.Key_0, _CTRL)),
            (5, "another photo", self._other_photo),
            (3, "go through the joints", self._joints_table),
            (2, "mirror the target", lambda: self._keys(Qt.Key.Key_M, _CTRL)),
            (2, "next doubtful joint", lambda: self._keys(Qt.Key.Key_N)),
            (2, "copy and paste a pose", self._copy_paste),
            (2, "transfer", lambda: self._keys(Qt.Key.Key_Return, _CTRL)),
            (2, "skeleton over the picture", lambda: self._keys(Qt.Key.Key_K, _CTRL)),
            (2, "show poses", lambda: self._trigger("show-poses")),
            (2, "show joints", lambda: self._trigger("show-joints")),
            (2, "show training", lambda: self._trigger("show-training")),
            (2, "show review", lambda: self._trigger("show-review")),
            (1, "plan a training", lambda: self._trigger("new-training")),
            (1, "hide or show the filmstrip", lambda: self._keys(Qt.Key.Key_F8)),
            (2, "command palette", self._palette),
            (1, "preferences", lambda: self._dialog("preferences")),
            (1, "shortcuts editor", lambda: self._dialog("edit-shortcuts")),
            (1, "keyboard and mouse", lambda: self._dialog("shortcuts")),
            (1, "about", lambda: self._dialog("about")),
            (1, "sequence", lambda: self._dialog("sequence")),
            (1, "batch", lambda: self._dialog("batch")),
            (1, "contact sheet", lambda: self._dialog("sheet")),
            (1, "compare side by side", lambda: self._trigger("compare-side")),
            (1, "compare with a slider", lambda: self._trigger("compare-slider")),
            (1, "compare by blinking", lambda: self._trigger("compare-blink")),
            (1, "picture alone", lambda: self._trigger("compare-alone")),
            (1, "look inside", lambda: self._trigger("inside")),
            (1, "another background", self._background),
            (2, "open a menu", self._menu),
            (1, "resize the window", self._resize),
            (1, "light or dark", self._theme),
        ]

    def act(self) -> tuple[str, Deed]:
        """The next thing that the person does, and its name."""
        weights = [weight for weight, _, _ in self.deeds]
        _, name, deed = self._random.choices(self.deeds, weights=weights)[0]
        return name, deed

    # hands

    def _keys(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.keyClick(self._window.focusWidget() or self._window, key, modifiers)

    def _mouse(self, widget: QWidget, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        moves = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moves else _LEFT
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else _LEFT
        event = QMouseEvent(kind, at, QPointF(widget.mapToGlobal(at)), button, held, keys)
        QCoreApplication.sendEvent(widget, event)

    def _drag(self, widget: QWidget, start: QPointF, *, keys: Qt.KeyboardModifier = _NONE) -> None:
        self._mouse(widget, QEvent.Type.MouseButtonPress, start, keys)
        at = start
        for _ in range(8):
            at += QPointF(self._random.uniform(-8, 8), self._random.uniform(-8, 8))
            self._mouse(widget, QEvent.Type.MouseMove, at, keys)
            QTest.qWait(1)
        self._mouse(widget, QEvent.Type.MouseButtonRelease, at, keys)

    def _trigger(self, action: str) -> None:
        """From the event loop, as from a menu."""
        QTimer.singleShot(0, self._window.actions_[action].trigger)
        QTest.qWait(1)

    def _wheel(self, widget: QWidget) -> None:
        middle = QPointF(widget.rect().center())
        turn = QPoint(0, self._random.choice((120, -120)))
        for _ in range(4):
            event = QWheelEvent(
                middle, QPointF(widget.mapToGlobal(middle)), QPoint(), turn, Qt.MouseButton.NoButton, _NONE,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QCoreApplication.sendEvent(widget, event)
            QTest.qWait(1)

    # deeds

    def _view(self) -> ZoomView:
        return self._random.choice((self._window.photo.view, self._window.target.view, self._window.picture.view))

    def _drag_joint(self, view: PoseView, *, keys: Qt.KeyboardModifier = _NONE) -> None:
        pose = view.pose()
        present = [joint for joint in Joint if pose is not None and pose.has(joint)]
        if pose is not None and present and view.isVisible():
            place = view.view_place(QPointF(*pose.place(self._random.choice(present))))
            self._drag(view.viewport(), QPointF(place), keys=keys)

    def _drag_limb(self, view: PoseView) -> None:
        pose = view.pose()
        if pose is not None and pose.has(Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW) and view.isVisible():
            one, other = (QPointF(*pose.place(joint)) for joint in (Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW))
            self._drag(view.viewport(), QPointF(view.view_place((one + other) / 2)))

    def _nudge(self) -> None:
        self._keys(Qt.Key.Key_2, _CTRL)
        self._keys(Qt.Key.Key_Tab)
        for _ in range(4):
            self._keys(self._random.choice((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)))
            QTest.qWait(1)

    def _set_state(self) -> None:
        self._keys(Qt.Key.Key_2, _CTRL)
        self._keys(Qt.Key.Key_Tab)
        self._keys(self._random.choice((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)))

    def _click_item(self, view: QAbstractItemView) -> None:
        model = view.model()
        if model is not None and model.rowCount() and view.isVisible():
            index = model.index(self._random.randrange(model.rowCount()), 0)
            view.scrollTo(index)
            QTest.mouseClick(view.viewport(), _LEFT, _NONE, view.visualRect(index).center())

    def _choose_pose(self) -> None:
        self._keys(Qt.Key.Key_4, _CTRL)
        self._click_item(self._window.gallery.view)

    def _other_photo(self) -> None:
        self._click_item(self._window.filmstrip)

    def _search_pose(self) -> None:
        self._keys(Qt.Key.Key_F, _CTRL)
        search = self._window.gallery.search
        QTest.keyClicks(search, self._random.choice(("back", "arms", "walk")))
        QTest.qWait(1)
        QTest.keyClick(search, Qt.Key.Key_A, _CTRL)
        QTest.keyClick(search, Qt.Key.Key_Delete)

    def _pan(self) -> None:
        view = self._view()
        view.setFocus()
        QTest.keyPress(view, Qt.Key.Key_Space)
        self._drag(view.viewport(), QPointF(view.viewport().rect().center()))
        QTest.keyRelease(view, Qt.Key.Key_Space)

    def _joints_table(self) -> None:
        self._keys(Qt.Key.Key_5, _CTRL)
        for _ in range(4):
            self._keys(self._random.choice((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)))

    def _copy_paste(self) -> None:
        self._keys(Qt.Key.Key_1, _CTRL)
        self._keys(Qt.Key.Key_C, _CTRL)
        self._keys(Qt.Key.Key_V, _CTRL)

    def _palette(self) -> None:
        self._keys(Qt.Key.Key_P, _CTRL | _SHIFT)
        QTest.qWait(1)
        palette = QApplication.activePopupWidget()
        if palette is not None:
            QTest.keyClicks(palette.focusWidget() or palette, "pose")
            QTest.keyClick(palette.focusWidget() or palette, Qt.Key.Key_Escape)

    def _dialog(self, action: str) -> None:
        self._trigger(action)
        for _ in range(_LOOKS):
            QTest.qWait(20)
            opened = [dialog for dialog in self._window.findChildren(QDialog) if dialog.isVisible()]
            if opened:
                break
        for dialog in opened:
            QTest.qWait(20)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def _background(self) -> None:
        button = self._random.choice(list(self._window.picture.background_buttons.values()))
        QTest.mouseClick(button, _LEFT, _NONE, button.rect().center())

    def _menu(self) -> None:
        bar = self._window.menuBar()
        action = self._random.choice([action for action in bar.actions() if action.menu() is not None])
        QTest.mouseClick(bar, _LEFT, _NONE, bar.actionGeometry(action).center())
        QTest.qWait(20)
        for _ in range(2):
            popup = QApplication.activePopupWidget()
            if popup is not None:
                QTest.keyClick(popup, Qt.Key.Key_Escape)

    def _resize(self) -> None:
        self._window.resize(self._random.randrange(1100, 1600), self._random.randrange(700, 1000))

    def _theme(self) -> None:
        self._trigger(self._random.choice(("theme-light", "theme-dark")))
