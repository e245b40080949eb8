"""`dateline serve`: the desk in the browser."""

import webbrowser
from pathlib import Path
from threading import Timer
from typing import Annotated

import typer


def serve(
    store: Annotated[Path, typer.Option("--store", "-s", help="The store; it is made if it is not there.")],
    host: Annotated[
        str, typer.Option(help="The address to listen on. Beyond this machine a token is required.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8321,
    token: Annotated[
        str | None,
        typer.Option(help="The token that visitors must bring.", envvar="DATELINE_TOKEN", show_envvar=True),
    ] = None,
    watch: Annotated[Path | None, typer.Option(help="A folder: reports put into it are taken in.")] = None,
    tiles: Annotated[Path | None, typer.Option(help="A PMTiles file as base map for the moving map.")] = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
) -> None:
    """Open the desk: read, check and correct the account of a store in the browser.

    - `dateline serve --store exercise.dateline`
    - `dateline serve --store exercise.dateline --watch incoming/ --no-open`
    """
    import uvicorn

    from dateline.desk.app import make_app
    from dateline.desk.desk import open_desk
    from dateline.desk.safety import grant

    access = grant(host, port, token)
    app = make_app(open_desk(store, watch), access, tiles)
    address = f"http://{host}:{port}/" + (f"?token={access.token}" if access.token else "")
    typer.echo(f"The desk is at {address}\nStop it with Ctrl+C; nothing is lost.", err=True)
    if open_browser:
        Timer(1.0, webbrowser.open, [address]).start()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, timeout_graceful_shutdown=2)


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command()(serve)
