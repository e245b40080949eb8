"""The desk: account in the browser. A JSON API over a store, the built pages, review and live changes."""
