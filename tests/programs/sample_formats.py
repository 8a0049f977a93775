"""Writes articles in the formats that archives come in, for tests of what is read of them.

An article is a record under the import fields' names. A writer gives the files of a format, by their
names. What its format has no place for is in `lost`, with the reason: a field, or articles of which one
field cannot be told (`months`: published in a month, the day unknown; `several authors`).
"""

import collections
import csv
import datetime
import email.message
import email.utils
import io
import json
import re
import tarfile
import zipfile
from html import escape

Format = collections.namedtuple("Format", "name write lost")

no_field = "the format has no field for it"
from_dateline = "the format has no field for it, so that the dateline's spelling counts"


def paragraphs(text):
    return [part for part in text.split("\n\n") if part]


def html_body(text):
    return "".join(f"<p>{escape(part)}</p>" for part in paragraphs(text))


def instant(article):
    """The time of publication, midnight where there is only a day; None where it has no day."""
    if len(article.get("published", "")) < len("2019-05-10"):
        return None
    time = datetime.datetime.fromisoformat(article["published"].replace("Z", "+00:00"))
    return time if time.tzinfo else time.replace(tzinfo=datetime.timezone.utc)


def authors(article):
    names = article.get("byline", [])
    return [names] if isinstance(names, str) else names


def element(name, text, attributes=""):
    """An element of XML; nothing for no text."""
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else ""


def json_lines(articles):
    return {"a.jsonl": "".join(json.dumps(article) + "\n" for article in articles).encode()}


def json_list(articles):
    return {"a.json": json.dumps(articles, indent=1).encode()}


def table(articles):
    names = sorted({name for article in articles for name in article})
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    for article in articles:
        row = dict(article, byline="; ".join(authors(article)))
        writer.writerow([row.get(name, "") for name in names])
    return {"a.csv": text.getvalue().encode()}


def rss(articles):
    items = ""
    for article in articles:
        time = instant(article)
        items += ("<item>" + element("title", article.get("title")) +
                  element("link", article["url"]) +
                  element("guid", article["id"], ' isPermaLink="false"') +
                  element("pubDate", time and email.utils.format_datetime(time)) +
                  element("description", escape(article.get("standfirst", ""))) +
                  element("content:encoded", html_body(article.get("body", ""))) +
                  "".join(element("dc:creator", name) for name in authors(article)) +
                  element("category", article.get("section")) +
                  element("dc:language", article.get("lang")) +
                  element("source", article["source"], ' url="http://c.example/"') + "</item>\n")
    return {"a.xml": ('<?xml version="1.0"?><rss version="2.0" '
                      'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
                      'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
                      f"<title>Everything</title>{items}</channel></rss>").encode()}


def rdf(articles):
    items = ""
    for article in articles:
        items += (f'<item rdf:about="{escape(article["url"])}">' +
                  element("title", article.get("title")) + element("link", article["url"]) +
                  element("dc:identifier", article["id"]) +
                  element("dc:date", article.get("published")) +
                  element("description", escape(article.get("standfirst", ""))) +
                  element("content:encoded", html_body(article.get("body", ""))) +
                  "".join(element("dc:creator", name) for name in authors(article)) +
                  element("dc:subject", article.get("section")) +
                  element("dc:source", article["source"]) +
                  element("dc:language", article.get("lang")) + "</item>\n")
    return {"a.rdf": ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
                      'xmlns="http://purl.org/rss/1.0/" '
                      'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
                      'xmlns:dc="http://purl.org/dc/elements/1.1/">' + items +
                      "</rdf:RDF>").encode()}


def atom(articles):
    entries = ""
    for article in articles:
        lang = f' xml:lang="{article["lang"]}"' if "lang" in article else ""
        entries += (f"<entry{lang}>" + element("title", article.get("title")) +
                    element("id", article["id"]) + f'<link href="{escape(article["url"])}"/>' +
                    element("published", article.get("published")) +
                    element("summary", article.get("standfirst")) +
                    element("content", html_body(article.get("body", "")), ' type="html"') +
                    "".join(f"<author>{element('name', name)}</author>"
                            for name in authors(article)) +
                    (f'<category term="{escape(article["section"])}"/>'
                     if "section" in article else "") +
                    f"<source>{element('title', article['source'])}</source></entry>\n")
    return {"a.atom": ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Everything</title>' +
                       entries + "</feed>").encode()}


def nitf(article):
    lang = f' xml:lang="{article["lang"]}"' if "lang" in article else ""
    date = f'<date.issue norm="{article["published"]}"/>' if "published" in article else ""
    section = f' position.section="{escape(article["section"])}"' if "section" in article else ""
    dateline = element("location", article.get("place"))
    names = "".join(element("person", name) for name in authors(article))
    return (f"<nitf{lang}><head><docdata><doc-id id-string=\"{article['id']}\"/>{date}</docdata>"
            f'<pubdata name="{escape(article["source"])}" ex-ref="{escape(article["url"])}"'
            f"{section}/></head><body><body.head>"
            f"<hedline>{element('hl1', article.get('title'))}</hedline>"
            f"{'<byline>' + names + '</byline>' if names else ''}"
            f"{element('distributor', article.get('wire'))}"
            f"{'<dateline>' + dateline + '</dateline>' if dateline else ''}"
            f"{element('abstract', article.get('standfirst'))}</body.head>"
            f"<body.content>{html_body(article.get('body', ''))}</body.content></body></nitf>")


def nitf_files(articles):
    return {f"{number:03}.xml": nitf(article).encode() for number, article in enumerate(articles)}


def newsml(articles):
    items = ""
    for article in articles:
        section = element("name", article.get("section"))
        place = element("name", article.get("place"))
        items += (f'<newsItem guid="{article["id"]}"><itemMeta>'
                  f"<provider>{element('name', article['source'])}</provider></itemMeta>"
                  "<contentMeta>" + element("contentCreated", article.get("published")) +
                  "".join(f"<creator>{element('name', name)}</creator>"
                          for name in authors(article)) +
                  element("headline", article.get("title")) +
                  (f'<language tag="{article["lang"]}"/>' if "lang" in article else "") +
                  (f"<located>{place}</located>" if place else "") +
                  element("creditline", article.get("wire")) +
                  element("description", article.get("standfirst")) +
                  (f'<subject type="cpnat:abstract">{section}</subject>' if section else "") +
                  "</contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\">"
                  '<html xmlns="http://www.w3.org/1999/xhtml"><body>' +
                  html_body(article.get("body", "")) +
                  "</body></html></inlineXML></contentSet></newsItem>\n")
    return {"a.xml": ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>' + items +
                      "</itemSet></newsMessage>").encode()}


def ninjs(articles):
    lines = ""
    for article in articles:
        record = {"uri": article["id"], "type": "text", "headline": article.get("title"),
                  "description_text": article.get("standfirst"),
                  "body_text": article.get("body"), "byline": ", ".join(authors(article)),
                  "firstcreated": article.get("published"), "language": article.get("lang"),
                  "located": article.get("place"), "copyrightholder": article["source"],
                  "subject": [{"name": article["section"]}] if "section" in article else None}
        lines += json.dumps({name: value for name, value in record.items() if value}) + "\n"
    return {"a.jsonl": lines.encode()}


def json_feed(articles):
    items = [{"id": article["id"], "url": article["url"], "title": article.get("title", ""),
              "content_html": html_body(article.get("body", "")),
              "summary": article.get("standfirst", ""),
              "date_published": article.get("published", ""),
              "authors": [{"name": name} for name in authors(article)],
              **({"language": article["lang"]} if "lang" in article else {})}
             for article in articles]
    return {"a.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "C",
                                  "items": items}, indent=1).encode()}


def page(article):
    """A page with all that schema.org can say, and furniture around the text."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "url": article["url"],
            "headline": article.get("title"), "datePublished": article.get("published"),
            "author": [{"@type": "Person", "name": name} for name in authors(article)],
            "publisher": {"@type": "Organization", "name": article["source"]},
            "articleSection": article.get("section"), "inLanguage": article.get("lang"),
            "description": article.get("standfirst")}
    data = {name: value for name, value in data.items() if value}
    return ('<!DOCTYPE html><html><head><meta charset="utf-8">'
            f'<link rel="canonical" href="{escape(article["url"])}">'
            '<script type="application/ld+json">' +
            json.dumps(data).replace("<", "\\u003c") + "</script></head><body><nav><ul>"
            '<li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
            f"<article>{element('h1', article.get('title'))}{html_body(article.get('body', ''))}"
            "</article><footer>All rights reserved</footer></body></html>")


def pages(articles):
    return {f"{number:03}.html": page(article).encode()
            for number, article in enumerate(articles)}


def warc(articles):
    records = b""
    for article in articles:
        body = page(article).encode()
        answer = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                  b"Content-Length: %d\r\n\r\n" % len(body)) + body
        records += (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {article['url']}\r\n"
                    "WARC-Date: 2020-01-01T00:00:00Z\r\n"
                    "Content-Type: application/http; msgtype=response\r\n"
                    f"Content-Length: {len(answer)}\r\n\r\n").encode() + answer + b"\r\n\r\n"
    return {"a.warc": records}


def arc(articles):
    version = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    records = (f"filedesc://a.arc 0.0.0.0 20200101000000 text/plain {len(version)}\n"
               f"{version}\n").encode()
    for article in articles:
        body = page(article).encode()
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        records += (f"{article['url']} 127.0.0.1 20200101000000 text/html {len(answer)}\n"
                    .encode() + answer + b"\n")
    return {"a.arc": records}


def mailbox(articles):
    mails = b""
    for article in articles:
        mail = email.message.EmailMessage()
        mail["Message-ID"] = f"<{article['id']}>"
        if authors(article):
            mail["From"] = email.utils.formataddr((", ".join(authors(article)), "a@c.example"))
        mail["Subject"] = article.get("title", "")
        if time := instant(article):
            mail["Date"] = email.utils.format_datetime(time)
        mail.set_content(article.get("body", ""), cte="quoted-printable")
        mails += b"From a@c.example Fri May 10 01:00:00 2019\n" + re.sub(rb"(?m)^(>*From )", rb">\1", mail.as_bytes()) + b"\n\n"
    return {"a.mbox": mails}


def sgml(articles):
    text = ""
    for number, article in enumerate(articles, 1):
        time = instant(article)
        date = time.strftime("%d-%b-%Y %H:%M:%S").upper() if time else ""
        text += (f'<REUTERS NEWID="{number}">\n' + element("DATE", date) +
                 element("TOPICS", "") + "<TEXT>" +
                 element("TITLE", article.get("title")) +
                 element("AUTHOR", ", ".join(authors(article))) +
                 element("DATELINE", article.get("place")) +
                 f"<BODY>{escape(article.get('body', '')).replace(chr(10), '<br>')}</BODY></TEXT>"
                 "\n</REUTERS>\n")
    return {"a.sgm": text.encode()}


def iptc_7901(articles):
    wires = ""
    for number, article in enumerate(articles):
        time = instant(article)
        sent = time.astimezone(datetime.timezone.utc).strftime("%d%H%M GMT %b %y") if time else ""
        head = [article["title"]] if "title" in article else []
        if head and authors(article):
            head.append("By " + ", ".join(authors(article)))
        text = "\r\n".join(head) + (" =\r\n\r\n" if head else "")
        wires += (f"\x01mer{number:04} 4 pl {len(article.get('body', '').split())}\r\n\r\n"
                  f"\x02{text}" + article.get("body", "").replace("\n", "\r\n") +
                  f"\r\n\x03\r\n{sent}\r\n\x04\r\n")
    return {"a.txt": wires.encode()}


def anpa_1312(articles):
    wires = ""
    for number, article in enumerate(articles):
        time = instant(article)
        sent = time.astimezone(datetime.timezone.utc).strftime("MW-XX-%m-%d-%y %H%MGMT<") \
            if time else ""
        head = f"^{article['title']}<\r\n" if "title" in article else ""
        if authors(article):
            head += f"^By {', '.join(authors(article))}=\r\n"
        body = "".join(f"\t   {part}\r\n".replace("\n\t", "\r\n")
                       for part in paragraphs(article.get("body", "")))
        wires += (f"\x16\x16\x01a{number:04}\x1f-----\r\nr a\x13\x11 BC-Article 05-10 0100\r\n"
                  f"\x02{head}{body}\r\n\x03{sent}\r\n\x04\r\n")
    return {"a.txt": wires.encode()}


def texts(articles):
    """The headline alone on a line, then the body; there is nothing that could declare more."""
    return {f"{number:03}.txt": (article.get("title", "") + "\n\n" +
                                 article.get("body", "")).lstrip().encode()
            for number, article in enumerate(articles)}


def tar_of_json(articles):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for number, article in enumerate(articles):
            content = json.dumps(article, indent=1).encode()
            entry = tarfile.TarInfo(f"{number:03}.json")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return {"a.tar.gz": packed.getvalue()}


def zip_of_nitf(articles):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in nitf_files(articles).items():
            archive.writestr(name, content)
    return {"a.zip": packed.getvalue()}


one_line = "a byline is one line"
no_months = "a date has a day"
nothing_but_text = {name: "a text declares nothing" for name in
                    ("id", "url", "standfirst", "published", "source", "byline", "section", "lang",
                     "wire", "place", "several authors", "months")}
page_lost = {"wire": no_field, "place": from_dateline,
             "standfirst": "the description of a page is no part of its text"}
crawl_lost = dict(page_lost, id="pages go by their addresses")
wire_lost = {"id": "numbers and days", "url": no_field, "standfirst": no_field,
             "source": "the agency's letters", "several authors": one_line, "months": no_months,
             "section": "the agency's letters", "lang": no_field, "wire": no_field,
             "place": from_dateline}

formats = [
    Format("json lines", json_lines, {}),
    Format("json", json_list, {}),
    Format("csv", table, {}),
    Format("rss", rss, {"wire": no_field, "place": from_dateline, "months": no_months}),
    Format("rdf", rdf, {"wire": no_field, "place": from_dateline}),
    Format("atom", atom, {"wire": no_field, "place": from_dateline}),
    Format("json feed", json_feed, {"source": no_field, "section": no_field, "wire": no_field,
                                    "place": from_dateline, "several authors": "the first one counts"}),
    Format("nitf", nitf_files, {}),
    Format("newsml-g2", newsml, {"url": no_field}),
    Format("ninjs", ninjs, {"url": no_field, "wire": no_field, "several authors": one_line}),
    Format("html", pages, dict(page_lost, id="a page goes by the name of its file")),
    Format("warc", warc, crawl_lost),
    Format("arc", arc, crawl_lost),
    Format("mbox", mailbox, {"url": no_field, "standfirst": no_field, "source": no_field,
                             "section": no_field, "lang": no_field, "wire": no_field,
                             "place": from_dateline, "several authors": one_line, "months": no_months}),
    Format("sgml", sgml, {"id": "numbers", "url": no_field, "standfirst": no_field,
                          "source": no_field, "section": no_field, "lang": no_field,
                          "wire": no_field, "several authors": one_line, "months": no_months}),
    Format("iptc 7901", iptc_7901, wire_lost),
    Format("anpa 1312", anpa_1312, wire_lost),
    Format("text", texts, nothing_but_text),
    Format("tar of json", tar_of_json, {}),
    Format("zip of nitf", zip_of_nitf, {}),
]
