"""An address window taken apart for the carrier: what is sure is read, what is not is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.post.postal_address import split

B = "België"

# the lines of the window, and what the carrier gets: name, line 1, line 2, postal code, city, country
ADDRESSES = (
    ("Amina Proef\nProefstraat 12\n9000 Gent", ("Amina Proef", "Proefstraat 12", "", "9000", "Gent", B)),
    ("Amal\nInburgering\nProefkaai 4\n9000 Gent", ("Amal", "Proefkaai 4", "Inburgering", "9000", "Gent", B)),
    ("A\nB\nC\nKaai 1\n9000 Gent", ("A", "Kaai 1", "B, C", "9000", "Gent", B)),
    ("  A \n\n Straat  3\tbus 2\r\n 8420   De Haan \n", ("A", "Straat 3 bus 2", "", "8420", "De Haan", B)),
    ("A\nStraat 1\nB-9000 Gent", ("A", "Straat 1", "", "9000", "Gent", B)),
    ("A\nStraat 1\nBE-9000 GENT", ("A", "Straat 1", "", "9000", "GENT", B)),
    ("A\nStraat 1\n8420 DE HAAN", ("A", "Straat 1", "", "8420", "DE HAAN", B)),
    ("A\nStraat 1\n7100 LA LOUVIÈRE\nBelgique", ("A", "Straat 1", "", "7100", "LA LOUVIÈRE", "Belgique")),
    ("A\n9000 Gent", ("A", "", "", "9000", "Gent", B)),
    ("A\nPlein 1012\n9000 Gent", ("A", "Plein 1012", "", "9000", "Gent", B)),
    ("A\nKade 5\n1012 AB Amsterdam\nNederland", ("A", "Kade 5", "", "1012 AB", "Amsterdam", "Nederland")),
    ("A\nRue 5\n59000 Lille\nFRANCE", ("A", "Rue 5", "", "59000", "Lille", "FRANCE")),
    ("A\nWeg 5\nL-1234 Luxembourg\nLuxemburg", ("A", "Weg 5", "", "L-1234", "Luxembourg", "Luxemburg")),
    ("A\n5 High Road\nLondon SW1A 1AA\nEngland", ("A", "5 High Road", "", "SW1A 1AA", "London", "England")),
    ("A\n5 Road\nHall AB1 2CD deel 3\nEngland", ("A", "5 Road", "Hall AB1 2CD deel 3, England", "", "", "")),
    ("A\nWeg 5\nErgens\nRuritanië", ("A", "Weg 5", "Ergens, Ruritanië", "", "", "")),
    ("A\nWeg 5\n12 Gent\nBelgië", ("A", "Weg 5", "12 Gent, België", "", "", "")),
    ("A\nWeg 5\n0900 Gent", ("A", "Weg 5", "0900 Gent", "", "", "")),
    ("Dossier SD-2026-0042", ("Dossier SD-2026-0042", "", "", "", "", "")),
    ("", ("", "", "", "", "", "")),
    ("=1+1\n@SUM(A1)\n9000 =Gent", ("=1+1", "@SUM(A1)", "", "9000", "=Gent", B)),
    ("علي\nشارع 5\n9000 Gent", ("علي", "شارع 5", "", "9000", "Gent", B)),
)  # fmt: skip


@pytest.mark.parametrize(("lines", "read"), ADDRESSES)
def test_an_address_is_read(lines, read):
    assert tuple(split(lines)) == read


@given(st.text(max_size=200))
def test_no_word_of_an_address_is_lost(lines):
    read = " ".join(split(lines))
    for word in lines.replace("B-", "").replace("BE-", "").split():
        assert word in read or word in ("B", "BE"), (word, read)
