"""The composing room: a .docx is read, laid out and drawn as tagged PDF/A."""
