"""What stands in the head of a record's page: the article tags of 国办发〔2017〕47号."""

from html import escape

from catalog.views.page import Page


def article_tags(page: Page) -> str:
    """Give ``ArticleTitle`` (without the site's name), ``PubDate`` and ``ContentSource`` as meta elements.

    A page of a list is no article, has no day of publication and carries none of them.
    """
    if not page.published:
        return ""
    tags = {
        "ArticleTitle": page.title,
        "PubDate": f"{page.published} 00:00",
        "ContentSource": page.source,
        "Description": page.description,
    }
    return "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in tags.items())
