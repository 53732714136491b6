//! The only code that names crossterm: taking and giving back the terminal, and reading keys.
