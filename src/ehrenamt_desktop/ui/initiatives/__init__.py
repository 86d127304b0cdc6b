"""The tab Initiativen: bodies with their contacts, and their offers."""
