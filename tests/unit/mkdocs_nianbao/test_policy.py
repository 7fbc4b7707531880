import base64
import hashlib

from mkdocs_nianbao.policy import Policy

TEMPLATES = [
    '<script>scope=new URL("{{ base_url }}",location)</script>',
    "{% if x %}<script>go()</script>{% endif %}",
]
HEAD = '<!doctype html><head><meta charset="utf-8"><title>x</title></head>'


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_the_themes_own_scripts_are_allowed_at_any_depth() -> None:
    scripts = ['scope=new URL("../..",location)', 'scope=new URL(".",location)', "go()"]

    for script in scripts:
        page = Policy(TEMPLATES).apply(f"{HEAD}<script>{script}</script>")
        assert hash_of(script) in page


def test_a_script_that_is_not_the_themes_is_not_allowed() -> None:
    for script in (
        "alert(1)",
        "go();alert(1)",
        'scope=new URL("..",location);alert(1)',
        'scope=new URL("//x.y",location)',
    ):
        page = Policy(TEMPLATES).apply(f"{HEAD}<script>{script}</script>")
        assert "sha256-" not in page


def test_the_policy_stands_before_anything_that_loads() -> None:
    page = Policy(TEMPLATES).apply(f"{HEAD}<body></body>")

    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert "default-src 'none'" in page
