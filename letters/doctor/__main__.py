"""The doctor at work in a process of its own: a template comes in, a report goes out."""

import sys

from letters.doctor.examination import examine

if __name__ == "__main__":
    sys.stdout.write(examine(sys.stdin.buffer.read(), sys.argv[1]).written())
