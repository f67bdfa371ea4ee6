"""The enquiry and the request for a meeting: written in the browser, sent by the reader."""
