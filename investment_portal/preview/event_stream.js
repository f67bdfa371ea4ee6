// One connection for all tabs: a browser keeps no more than six per server, so that a seventh tab would wait for ever.

let last;
const tabs = [];
const events = new EventSource("/__serve/events");

events.onmessage = (event) => {
  last = JSON.parse(event.data);
  tabs.forEach((tab) => tab.postMessage(last));
};

// What a server said that is gone must not reach the pages of the next one.
events.onerror = () => {
  last = undefined;
};

globalThis.onconnect = ({ ports: [tab] }) => {
  tabs.push(tab);
  if (last) {
    tab.postMessage(last);
  }
};
