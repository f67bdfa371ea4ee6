#!/usr/bin/env python3
"""Take the README's pictures of the built home page: English on a desktop, Chinese on a phone."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = (
    ("home-en-desktop", "en/index.html", {"width": 1280, "height": 800}, 1, "en"),
    ("home-zh-phone", "index.html", {"width": 390, "height": 844}, 2, "zh-CN"),
)
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
COLOURS = 128
"""Enough for drawings and text, and a third of the bytes."""

with sync_playwright() as playwright:
    chromium = playwright.chromium.launch(
        executable_path=next(filter(None, map(shutil.which, PROGRAMS))), args=["--no-sandbox"]
    )
    for name, page, size, scale, language in PICTURES:
        tab = chromium.new_page(viewport=size, device_scale_factor=scale, locale=language, color_scheme="light")
        tab.goto((ROOT / "site" / page).as_uri())
        tab.evaluate("document.fonts.ready")
        picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(
            ROOT / "manual/pictures" / f"{name}.png", optimize=True
        )
        tab.close()
    chromium.close()
