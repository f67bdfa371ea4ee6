"""Signatures of releases: Ed25519 over the manifest's bytes, with keys as OpenSSL writes them."""

import os
from base64 import b64decode, b64encode
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
    load_pem_public_key,
)

from investment_portal.languages import Sentence
from investment_portal.publish.manifest import SIGNING_KEY
from investment_portal.refusals import RefusedError

BEGIN = "-----BEGIN"


class SigningKeyError(RefusedError):
    """A key that cannot be used."""


class SigningKey:
    """A private key."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        """Take the key."""
        self._key = key
        self.public = text_of(key.public_key())

    def sign(self, content: bytes) -> bytes:
        """Return the 64 bytes of the signature."""
        return self._key.sign(content)


def signing_key() -> SigningKey | None:
    """Return the key of the environment, if there is one."""
    key_text = os.environ.get(SIGNING_KEY, "").strip()
    if not key_text:
        return None
    try:
        pem = key_text.encode() if key_text.startswith(BEGIN) else Path(key_text).read_bytes()
        # A variable of a pipeline may hold the line breaks as two characters.
        key = load_pem_private_key(pem.replace(b"\\n", b"\n"), None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SigningKeyError(_unusable(SIGNING_KEY)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SigningKeyError(_unusable(SIGNING_KEY))
    return SigningKey(key)


def text_of(key: Ed25519PublicKey) -> str:
    """Return a public key as the settings hold it: the line that OpenSSL writes between BEGIN and END."""
    return b64encode(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


def public_key(text: str) -> Ed25519PublicKey:
    """Return a public key from its line in the settings, from PEM, or from a PEM file."""
    try:
        if text.startswith(BEGIN):
            key = load_pem_public_key(text.encode())
        elif Path(text).is_file():
            key = load_pem_public_key(Path(text).read_bytes())
        else:
            key = load_der_public_key(b64decode(text, validate=True))
    except (OSError, ValueError, UnsupportedAlgorithm) as error:
        raise SigningKeyError(_unusable(text)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise SigningKeyError(_unusable(text))
    return key


def is_signed(content: bytes, signature: bytes, key: Ed25519PublicKey) -> bool:
    """Return whether the signature of some bytes was made with the private half of a key."""
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True


def _unusable(name: str) -> Sentence:
    return Sentence(
        f"“{name}”不是可用的 Ed25519 密钥。生成密钥：openssl genpkey -algorithm ed25519 -out key.pem",
        f"“{name}” holds no Ed25519 key that can be used. Make one: openssl genpkey -algorithm ed25519 -out key.pem",
    )
