"""What the program leaves behind for when it fails: a log, a record of crashes, a report."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject

from gui.crashes import Crashes, report
from gui.faults import FaultRecord
from gui.logs import LogFile, start_log
from simulation.parts import description

log = logging.getLogger("safety")


class SafetyNet(QObject):
    """Holds what is written to ``folder``; where nothing can be written, the program runs on."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.problem = ""
        """A sentence if nothing can be kept in the folder."""
        self._log: LogFile | None = None
        self._faults: FaultRecord | None = None
        try:
            self._log = start_log(folder)
            self._faults = FaultRecord(folder / "running")
        except OSError as error:
            self.problem = self.tr(
                "Nothing can be kept in {folder} ({why}): there is no log, and unsaved work "
                "will not survive a crash."
            ).format(folder=folder, why=error.strerror or error)
        self.crashes = Crashes(self.log_file, self)
        self.crashes.install()

    def log_parts(self) -> None:
        """Log what the program is made of; finding that out takes a while."""
        for line in description():
            log.info(line)

    @property
    def log_file(self) -> Path | None:
        """Where the log is, if there is one."""
        return Path(self._log.baseFilename) if self._log else None

    def earlier_crash(self) -> str:
        """Report on the starts that ended without a goodbye; empty if none did."""
        if self._faults is None or not self._faults.earlier:
            return ""
        traces = "\n\n".join(trace for trace in self._faults.earlier if trace.strip())
        told = traces or self.tr("It was ended from outside and could not say why.")
        log.error("ended unexpectedly before:\n%s", told)
        return report(told, self.log_file)

    def close(self) -> None:
        """End in good order."""
        self.crashes.remove()
        if self._faults is not None:
            self._faults.close()
        if self._log is not None:
            logging.getLogger().removeHandler(self._log)
            self._log.close()
