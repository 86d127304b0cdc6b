"""A pasted address block taken apart: letter head, signature, card, line of a phone book."""
