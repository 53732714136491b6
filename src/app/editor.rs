//! The editing core of every text field: pure functions over a text and a cursor.
