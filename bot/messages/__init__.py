"""Every sentence that we say, as values that know no medium: Document, Form, and their parts."""
