"""The 18 joints as a table: the same skeleton for the keyboard and for a screen reader."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.skeleton import JOINT_COLOURS, Joint, JointState, Pose
from gui.canvas.body import LOW_CONFIDENCE
from gui.language.words import beginning, joint_name, short_joint_name, state_name
from gui.panels.joint_bar import STATE_ICONS
from gui.theme import SPACE, Theme

_Index = QModelIndex | QPersistentModelIndex
_NAME, _X, _Y, _STATE, _CONFIDENCE = range(5)
_FAR: Final = 100_000.0
_JOINTS: Final = tuple(Joint)
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_DECORATION: Final = int(Qt.ItemDataRole.DecorationRole)
_EDIT: Final = int(Qt.ItemDataRole.EditRole)
_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_ANSWERED: Final = frozenset((_DISPLAY, _DECORATION, _EDIT, _TIP, _ALIGNMENT, _SPOKEN))
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ICON, _PADDING = 16, 3
_AT_THE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AT_THE_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_READ: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_WRITTEN: Final = _READ | Qt.ItemFlag.ItemIsEditable


class JointsModel(QAbstractTableModel):
    """A pose as rows of name, x, y, state and confidence. An edit is a wish: `changed` brings the pose and a text."""

    changed = Signal(object, str)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pose: Pose | None = None
        self.short_names = False
        self._dots = [_dot(QColor(*colour)) for colour in JOINT_COLOURS]
        self._home = (0.0, 0.0)

    def set_pose(self, pose: Pose | None, *, home: tuple[float, float]) -> None:
        """Show a pose; a missing joint that gets one coordinate or a state begins at `home`."""
        self._home = home
        if (self._pose is None) != (pose is None):
            self.beginResetModel()
            self._pose = pose
            self.endResetModel()
        elif pose is not None:
            self._pose = pose
            self.dataChanged.emit(self.index(0, 0), self.index(len(Joint) - 1, _CONFIDENCE))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's names and defaults
        return 0 if parent.isValid() or self._pose is None else len(Joint)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 5

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return (self.tr("Joint"), self.tr("x"), self.tr("y"), "", self.tr("Conf."))[section]
        if orientation is Qt.Orientation.Horizontal and role == _ALIGNMENT:
            return _AT_THE_RIGHT if section in (_X, _Y, _CONFIDENCE) else _AT_THE_LEFT
        if orientation is Qt.Orientation.Horizontal and role == _TIP:
            return (
                self.tr("The joint; left and right are the person's own"),
                self.tr("Pixels from the left"),
                self.tr("Pixels from the top"),
                self.tr("Visible, hidden behind something, or missing"),
                self.tr("How sure the estimator was, 0 to 1; 1 for what a person placed"),
            )[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        # Asked for every cell at every paint: nothing is put together here.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _WRITTEN if index.column() in (_X, _Y, _STATE) else _READ

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        # Asked for seven roles of every cell at every paint.
        if role not in _ANSWERED or self._pose is None or not index.isValid():
            return None
        joint, column = _JOINTS[index.row()], index.column()
        if role == _DISPLAY:
            return None if column == _STATE else self._text(joint, column)
        if role == _ALIGNMENT:
            return _AT_THE_RIGHT if column in (_X, _Y, _CONFIDENCE) else None
        if role == _DECORATION:
            if column == _STATE:
                return self._theme.icon(STATE_ICONS[self._pose.states[joint]])
            return self._dots[joint] if column == _NAME else None
        if role == _TIP:
            if column == _NAME:
                return beginning(joint_name(joint)) if self.short_names else None
            return self._text(joint, column) if column == _STATE else None
        if role == _EDIT:
            return self._pose.states[joint] if column == _STATE else self._text(joint, column)
        return f"{joint_name(joint)}: {self._text(joint, column)}"

    def _text(self, joint: Joint, column: int) -> str:
        assert self._pose is not None
        if column == _NAME:
            return beginning(short_joint_name(joint) if self.short_names else joint_name(joint))
        if column == _STATE:
            return self.state_text(self._pose.states[joint])
        if not self._pose.has(joint):
            return "–"
        if column == _CONFIDENCE:
            sure = float(self._pose.confidence[joint])
            return f"{sure:.2f} ?" if sure < LOW_CONFIDENCE else f"{sure:.2f}"
        return QLocale().toString(float(self._pose.points[joint, column - _X]), "f", 1)

    def texts(self, column: int) -> list[str]:
        """What stands in a column."""
        return [] if self._pose is None else [self._text(joint, column) for joint in _JOINTS]

    def state_text(self, state: JointState) -> str:
        """A state in words."""
        return state_name(state)

    def setData(self, index: _Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        if self._pose is None or role != _EDIT:
            return False
        joint, column = _JOINTS[index.row()], index.column()
        there = self._pose.has(joint)
        x, y = self._pose.place(joint) if there else self._home
        if column == _STATE and isinstance(value, JointState):
            if value is self._pose.states[joint]:
                return False
            place = None if there or value is JointState.MISSING else (x, y)
            text = self.tr("Set the {0} to {1}").format(joint_name(joint), self.state_text(value))
            self.changed.emit(self._pose.with_joint(joint, place, state=value), text)
            return True
        number, good = QLocale().toDouble(str(value).strip())
        if not good:
            number, good = QLocale.c().toDouble(str(value).strip())
        if column not in (_X, _Y) or not good or not abs(number) < _FAR:
            return False
        place = (number, y) if column == _X else (x, number)
        if there and place == (x, y):
            return False
        text = self.tr("Move the {0}").format(joint_name(joint))
        self.changed.emit(self._pose.with_joint(joint, place, confidence=1.0), text)
        return True


def _dot(colour: QColor) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour.darker(150))
    painter.setBrush(colour)
    painter.drawEllipse(5, 5, 14, 14)
    painter.end()
    return QIcon(pixmap)


class _CellDelegate(QStyledItemDelegate):
    """Draws a cell straight from the model: ninety cells are painted anew with every step of a skeleton."""

    def __init__(self, model: JointsModel, *, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect, state, colours = _rect(option), _state(option), self._theme.colours
        column = index.column()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        icon = self._model.data(index, _DECORATION)
        if icon is not None:
            box = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            if column == _NAME:
                box.setWidth(_ICON)
            icon.paint(painter, box.x(), box.center().y() - _ICON // 2, box.width(), _ICON)
        text = self._model.data(index, _DISPLAY)
        if text:
            left = 2 * _PADDING + _ICON if column == _NAME else _PADDING
            box = rect.adjusted(left, 0, -_PADDING, 0)
            if column == _NAME:
                text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.setPen(QColor(colours.text))
            painter.drawText(box, _LEFT if column == _NAME else _RIGHT, text)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


class _StateDelegate(_CellDelegate):
    """A state is chosen from three, not typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802
        box = QComboBox(parent)
        model = index.model()
        assert isinstance(model, JointsModel)
        for state in JointState:
            box.addItem(model.state_text(state), state)
        box.activated.connect(lambda _index: self._take(box))
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(list(JointState).index(index.data(Qt.ItemDataRole.EditRole)))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: Any, index: _Index) -> None:  # noqa: N802
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)


# PySide's stubs do not know these members of the option.


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # type: ignore[attr-defined,no-any-return]


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # type: ignore[attr-defined,no-any-return]


class JointsPanel(QWidget):
    """The table, and which of the two skeletons it shows."""

    which_changed = Signal(str)
    joint_chosen = Signal(int)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self.model = JointsModel(theme=theme)
        self._which = "photo"
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        group = QButtonGroup(self)
        for name, text in (("photo", self.tr("Photo")), ("target", self.tr("Target pose"))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(name == self._which)
            button.clicked.connect(lambda _checked=False, name=name: self.show_which(name))
            group.addButton(button)
            row.addWidget(button, 1)
            self._buttons[name] = button
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Joints of the skeleton"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(_CellDelegate(self.model, theme=theme, parent=self.table))
        self.table.setItemDelegateForColumn(_STATE, _StateDelegate(self.model, theme=theme, parent=self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setShowGrid(False)
        small = self.table.font()
        small.setPointSizeF(0.9 * small.pointSizeF())
        self.table.setFont(small)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        # Not to their contents by themselves: the view would ask for each cell's size, twenty things of every cell.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # The name gives way where the dock is narrow: the confidence is what is read down the column.
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(28)
        theme.changed.connect(self.table.viewport().update)
        for signal in (self.model.dataChanged, self.model.modelReset, self.model.headerDataChanged):
            signal.connect(lambda *_what: self._fit_columns())
        header.sectionResized.connect(lambda column, _old, _new: self._fit_names() if column == _NAME else None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        self.table.selectionModel().currentRowChanged.connect(
            lambda current, _before: self.joint_chosen.emit(current.row()) if current.isValid() else None
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._fit_columns()

    def _fit_columns(self) -> None:
        """All but the name as wide as their longest text; figures are of one width."""
        if not self.isVisible():
            return
        metrics, header = self.table.fontMetrics(), self.table.horizontalHeader()
        for column in (_X, _Y, _STATE, _CONFIDENCE):
            longest = max(self.model.texts(column), key=len, default="")
            needed = _ICON if column == _STATE else metrics.horizontalAdvance(longest)
            width = max(needed + 2 * _PADDING + 2, header.sectionSizeHint(column))
            if width != header.sectionSize(column):
                header.resizeSection(column, width)
        self._fit_names()

    def _fit_names(self) -> None:
        """Whole names where the longest of them has room, else short ones."""
        metrics = self.table.fontMetrics()
        longest = max(metrics.horizontalAdvance(beginning(joint_name(joint))) for joint in _JOINTS)
        short = longest + _ICON + 3 * _PADDING > self.table.horizontalHeader().sectionSize(_NAME)
        if short != self.model.short_names:
            self.model.short_names = short
            self.table.viewport().update()

    @property
    def which(self) -> str:
        """`photo` or `target`."""
        return self._which

    def show_which(self, name: str) -> None:
        """Show the photo's skeleton or the target pose."""
        self._buttons[name].setChecked(True)
        if name != self._which:
            self._which = name
            self.which_changed.emit(name)

    def select(self, joint: int) -> None:
        """Mark a joint's row; -1 for none."""
        if joint < 0:
            self.table.clearSelection()
        elif self.table.currentIndex().row() != joint:
            self.table.setCurrentIndex(self.model.index(joint, max(0, self.table.currentIndex().column())))
