"""The files that describe the open data: JSON Schemas, OpenAPI, a Frictionless data package, and a DCAT catalogue."""

from collections.abc import Iterator, Mapping
from typing import Any

from investment_portal.languages import LANGUAGES
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import Site, site_root
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.pages.data.published_records import (
    FOLDER,
    OWN,
    PUBLISHED_KINDS,
    Fields,
    columns_of,
    json,
    list_fields,
    record_fields,
)
from investment_portal.pages.data.published_values import DEFINITIONS, Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = f"{FOLDER}schema/"
VERSION = "1.0.0"
"""The version of the form of the data: fields may be added, none changes or goes within ``v1``."""

FORMATS: Mapping[str, str] = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DCAT_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _object(fields: Fields) -> Schema:
    properties = {name: form.schema for name, (_, form) in fields.items()} | dict(OWN)
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _schema(name: str, title: str, content: Schema) -> tuple[str, bytes]:
    """Return a schema as a file, with the definitions that it refers to."""
    return f"{SCHEMAS}{name}", json({"$schema": DIALECT, "title": title, **content, "$defs": DEFINITIONS})


def schemas(_: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the schema of a record and of the list of each kind."""
    for name, kind in PUBLISHED_KINDS.items():
        label = KINDS[kind].label
        yield _schema(f"{kind}.json", f"{label.en} / {label.zh}", _object(record_fields(kind)))
        entries = {"type": "array", "items": _object(list_fields(kind))}
        properties = {"kind": {"const": kind}, "count": {"type": "integer", "minimum": 0}, "records": entries}
        listed = {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
        yield _schema(list_schema(name, kind), f"{label.en}: list", listed)


def _operation(name: str, summary: str, schema: Schema, media: str) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "responses": {"200": {"description": summary, "content": {media: {"schema": schema}}}},
        }
    }


def openapi(build: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the description of all addresses of the data (OpenAPI 3.1)."""
    site = build.catalog.site
    paths: dict[str, Any] = {}
    for name, kind in PUBLISHED_KINDS.items():
        label = KINDS[kind].label.en
        ref: Schema = {"$ref": f"schema/{kind}.json"}
        listed: Schema = {"$ref": f"schema/{list_schema(name, kind)}"}
        paths[f"/{name}.json"] = _operation(f"list_{name}", f"Each {label}, the main fields.", listed, FORMATS["json"])
        paths[f"/{name}.csv"] = _operation(
            f"table_{name}", f"Each {label} as a table (UTF-8 with BOM).", {"type": "string"}, FORMATS["csv"]
        )
        paths[f"/{name}.xlsx"] = _operation(
            f"workbook_{name}", "The same table as a workbook.", {"type": "string"}, FORMATS["xlsx"]
        )
        record = _operation(f"get_{kind}", f"One {label}, all fields.", ref, FORMATS["json"])
        record["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
        record["get"]["responses"]["404"] = {"description": "There is no record of this id."}
        paths[f"/{name}/{{id}}.json"] = record
    paths["/changes.json"] = _operation(
        "changes", "The latest changes (JSON Feed 1.1).", {"type": "object"}, "application/feed+json"
    )
    licence = (
        {"license": {"name": site.data_licence.name.en, "url": site.data_licence.url}} if site.data_licence else {}
    )
    info = {
        "title": site.name.en,
        "description": site.description.en,
        "version": VERSION,
        **licence,
        "contact": {"name": site.organiser.en, "url": site_root(site)},
    }
    servers = [{"url": f"{site_root(site)}{FOLDER}".rstrip("/")}]
    yield f"{FOLDER}openapi.json", json({"openapi": "3.1.0", "info": info, "servers": servers, "paths": paths})


def list_schema(name: str, kind: str) -> str:
    """Return the file name of the schema of a list."""
    return f"{name}-list.json" if name == kind else f"{name}.json"


def data_package(build: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the description of the tables and workbooks (Frictionless Data Package)."""
    site = build.catalog.site
    package = {
        "profile": "data-package",
        "name": "investment-portal",
        "title": site.name.en,
        "description": site.description.en,
        "homepage": site_root(site),
        "version": VERSION,
        "contributors": [{"title": site.organiser.en, "role": "publisher"}],
        **_licences(site),
        "resources": [resource for name in PUBLISHED_KINDS for resource in _resources(name)],
    }
    yield f"{FOLDER}datapackage.json", json(package)


def _resources(name: str) -> Iterator[dict[str, Any]]:
    """Yield the table of a kind, then the same as a workbook."""
    kind = PUBLISHED_KINDS[name]
    fields = [
        {"name": column.name, "type": column.type, **({"format": "any"} if column.type == "date" else {})}
        for column in columns_of(kind)
    ]
    title, schema = KINDS[kind].label.en, {"fields": fields, "primaryKey": "id", "missingValues": [""]}
    yield {
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": FORMATS["csv"],
        "encoding": "utf-8-sig",
        "profile": "tabular-data-resource",
        "schema": schema,
    }
    yield {
        "name": f"{name}-workbook",
        "title": title,
        "path": f"{name}.xlsx",
        "format": "xlsx",
        "mediatype": FORMATS["xlsx"],
        "profile": "data-resource",
        "schema": schema,
    }


def _licences(site: Site) -> dict[str, Any]:
    licence = site.data_licence
    return {"licenses": [{"path": licence.url, "title": licence.name.en}]} if licence else {}


def dcat(build: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the catalogue of the data sets (DCAT 3 as JSON-LD)."""
    site = build.catalog.site
    root = f"{site_root(site)}{FOLDER}"
    datasets = [
        {
            "@id": f"{root}{name}.json",
            "@type": "dcat:Dataset",
            "dct:title": _in_languages(KINDS[kind].label),
            "dct:description": _in_languages(site.description),
            "dct:publisher": {"@id": f"{site_root(site)}#organiser"},
            **_licence(site),
            "dcat:landingPage": {"@id": f"{site_root(site)}data/"},
            "dcat:distribution": [
                {
                    "@type": "dcat:Distribution",
                    "dcat:downloadURL": {"@id": f"{root}{name}.{suffix}"},
                    "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
                }
                for suffix, media in FORMATS.items()
            ],
        }
        for name, kind in PUBLISHED_KINDS.items()
    ]
    catalogue = {
        "@context": DCAT_CONTEXT,
        "@id": f"{root}catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _in_languages(site.name),
        "dct:description": _in_languages(site.description),
        "dct:language": list(LANGUAGES),
        "dct:publisher": {
            "@id": f"{site_root(site)}#organiser",
            "@type": "foaf:Organization",
            "foaf:name": _in_languages(site.organiser),
        },
        **_licence(site),
        "foaf:homepage": {"@id": site_root(site)},
        "dcat:dataset": datasets,
    }
    yield f"{FOLDER}catalog.jsonld", json(catalogue)


def _in_languages(text: Any) -> list[dict[str, str]]:
    return [{"@language": language, "@value": text.in_(language)} for language in LANGUAGES]


def _licence(site: Site) -> dict[str, Any]:
    return {"dct:license": {"@id": site.data_licence.url}} if site.data_licence else {}


SCHEMAS_OUTPUT = Output(schemas, of_data=True)
OPENAPI, PACKAGE, DCAT = (
    Output(make, lambda build: build.data.digests.site, of_data=True) for make in (openapi, data_package, dcat)
)
