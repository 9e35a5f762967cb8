"""The colour profile every PDF/A carries: sRGB, built from the numbers of the standard (IEC 61966-2-1)."""

import struct
from functools import cache


@cache
def srgb_profile() -> bytes:
    """Build the sRGB profile (ICC version 2) that PDF/A embeds, from the numbers of IEC 61966-2-1."""

    def fixed(value: float) -> bytes:
        """Write a number with 16 bits behind the point (ICC s15Fixed16)."""
        return struct.pack(">i", round(value * 65536))

    def xyz(*values: float) -> bytes:
        """Write a colour as an XYZ tag."""
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    def linear(value: float) -> float:
        """Undo the gamma of sRGB (IEC 61966-2-1)."""
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    steps = 1024
    curve = b"curv\0\0\0\0" + struct.pack(">I", steps)
    curve += b"".join(struct.pack(">H", round(65535 * linear(i / (steps - 1)))) for i in range(steps))
    name = b"sRGB"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name + b"\0" * (1 + 8 + 3 + 67)
    tags = {
        b"desc": description,
        b"cprt": b"text\0\0\0\0Public domain\0",
        b"wtpt": xyz(0.9505, 1, 1.0891),
        b"rXYZ": xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _icc_file(tags, fixed(0.9642) + fixed(1) + fixed(0.8249))


def _icc_file(tags: dict[bytes, bytes], illuminant: bytes) -> bytes:
    start, table, body, places = 128 + 4 + 12 * len(tags), b"", b"", {}
    for key, content in tags.items():
        if content not in places:
            places[content] = (start + len(body), len(content))
            body += content + b"\0" * (-len(content) % 4)
        table += key + struct.pack(">II", *places[content])
    table = struct.pack(">I", len(tags)) + table
    size = struct.pack(">I", 128 + len(table) + len(body))
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head = size + b"\0\0\0\0\x02\x10\0\0mntrRGB XYZ " + made + b"acsp" + b"\0" * 28 + illuminant
    return head + b"\0" * (128 - len(head)) + table + body
