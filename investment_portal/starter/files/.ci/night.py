#!/usr/bin/env python3
"""Report a night that failed, or one that passed after it: ``.ci/night.py failed|passed``.

A failed night opens an issue on the host that runs this, or adds a comment where one is open; the next one that passes
closes it. Where PORTAL_MAIL_SERVER says how to send mail (smtp://USER:PASSWORD@HOST:587, or smtps), a failed one also
sends one to PORTAL_MAIL_TO, else to operator_mail of district/site.yaml.

GitHub, Gitea and Forgejo: GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN. GitLab: CI_API_V4_URL, CI_PROJECT_ID and
PORTAL_TOKEN, an access token of the project with the scope ``api``.
"""

import json
import os
import re
import smtplib
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
TITLE = "夜间发布没有成功 / The nightly publication failed"
TEXT = """网站没有更新，仍是上一次发布的内容。运行日志：{run}

The site was not brought up to date; what was published last is still there. The run's log: {run}
"""
AGAIN = "又一次没有成功 / It failed again: {run}"
RECOVERED = "已恢复 / It works again: {run}"
SECONDS = 30


class IssueHost:
    """The issues of the host that runs this: GitHub and those with its interface, or GitLab."""

    def __init__(self) -> None:
        """Read the environment."""
        given = os.environ
        self.is_gitlab = "CI_API_V4_URL" in given
        if self.is_gitlab:
            token = given.get("PORTAL_TOKEN", "")
            self.issues = f"{given['CI_API_V4_URL']}/projects/{quote(given['CI_PROJECT_ID'], safe='')}/issues"
            self.run = given.get("CI_PIPELINE_URL", "")
            self.headers = {"PRIVATE-TOKEN": token}
        else:
            token = given.get("GITHUB_TOKEN", "")
            repository = given.get("GITHUB_REPOSITORY", "")
            self.issues = f"{given.get('GITHUB_API_URL', '')}/repos/{repository}/issues"
            self.run = (
                f"{given.get('GITHUB_SERVER_URL', '')}/{repository}/actions/runs/{given.get('GITHUB_RUN_ID', '')}"
            )
            self.headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self.usable = bool(token)

    def open_issue(self) -> int | None:
        """Return the number of the open issue about failed nights."""
        state, number = ("opened", "iid") if self.is_gitlab else ("open", "number")
        issues = self._call("GET", f"{self.issues}?state={state}&per_page=100&limit=50")
        return next((int(issue[number]) for issue in issues if issue["title"] == TITLE), None)

    def create(self) -> None:
        """Open an issue."""
        body = "description" if self.is_gitlab else "body"
        self._call("POST", self.issues, {"title": TITLE, body: TEXT.format(run=self.run)})

    def comment(self, number: int, text: str) -> None:
        """Add a comment to an issue."""
        self._call("POST", f"{self.issues}/{number}/{'notes' if self.is_gitlab else 'comments'}", {"body": text})

    def close(self, number: int) -> None:
        """Close an issue."""
        if self.is_gitlab:
            self._call("PUT", f"{self.issues}/{number}", {"state_event": "close"})
        else:
            self._call("PATCH", f"{self.issues}/{number}", {"state": "closed"})

    def _call(self, method: str, address: str, values: dict[str, str] | None = None) -> Any:
        data = json.dumps(values).encode() if values else None
        headers = {**self.headers, "Content-Type": "application/json", "User-Agent": "investment-portal"}
        if not address.startswith(("https://", "http://")):
            raise URLError(f"no address: {address}")
        with urlopen(Request(address, data, headers, method=method), timeout=SECONDS) as answer:  # noqa: S310 - checked
            return json.load(answer)


def report(host: IssueHost, *, failed: bool) -> None:
    """Open, comment or close the issue."""
    number = host.open_issue()
    if failed and number is None:
        host.create()
    elif failed and number is not None:
        host.comment(number, AGAIN.format(run=host.run))
    elif number is not None:
        host.comment(number, RECOVERED.format(run=host.run))
        host.close(number)


def send_mail(server: str, run: str) -> None:
    """Send a mail about the failed night."""
    settings = (ROOT / "district/site.yaml").read_text("utf-8")
    operator = re.search(r"^operator_mail:\s*[\"']?([^\"'\s#]+)", settings, re.MULTILINE)
    to = os.environ.get("PORTAL_MAIL_TO") or (operator[1] if operator else "")
    if not to:
        print(
            "没有收件人：请设置 PORTAL_MAIL_TO。/ There is nobody to send it to: set PORTAL_MAIL_TO.", file=sys.stderr
        )
        return
    parts = urlsplit(server)
    message = EmailMessage()
    message["Subject"], message["To"] = TITLE, to
    message["From"] = os.environ.get("PORTAL_MAIL_FROM") or (
        unquote(parts.username or "") if "@" in unquote(parts.username or "") else to
    )
    message.set_content(TEXT.format(run=run))
    connect = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
    with connect(parts.hostname or "", parts.port or 0, timeout=SECONDS) as smtp:
        if parts.scheme == "smtp" and smtp.ehlo() and smtp.has_extn("starttls"):
            smtp.starttls()
        if parts.username:
            smtp.login(unquote(parts.username), unquote(parts.password or ""))
        smtp.send_message(message)


def main(arguments: list[str]) -> int:
    """Report by all ways that are set up; 1 where one of them fails."""
    if arguments not in (["failed"], ["passed"]):
        print("usage: .ci/night.py failed|passed", file=sys.stderr)
        return 2
    failed, host, code = arguments == ["failed"], IssueHost(), 0
    server = os.environ.get("PORTAL_MAIL_SERVER", "")
    if host.usable:
        try:
            report(host, failed=failed)
        except (URLError, OSError, ValueError, KeyError) as error:
            print(f"议题没有写成 / The issue could not be written: {error}", file=sys.stderr)
            code = 1
    if failed and server:
        try:
            send_mail(server, host.run)
        except (OSError, smtplib.SMTPException) as error:
            print(f"邮件没有发出 / The mail could not be sent: {error}", file=sys.stderr)
            code = 1
    if failed and not host.usable and not server:
        print("没有可用的通知方式，见 .ci/night.py。/ No way to report is set up; see .ci/night.py.", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
