"""The committee (BCSD): its house rules and seats, its sessions and their agenda, the reading room and the vote."""
