import "./style/tokens.css";
import "./style/base.css";
import { mount } from "svelte";
import App from "./App.svelte";

const target = document.getElementById("desk");
if (target) {
  target.replaceChildren();
  mount(App, { target });
}
