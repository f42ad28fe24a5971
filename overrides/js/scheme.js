// Runs before the page is shown: the colours that were chosen on this device, and that scripts run at all.

(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let chosen = null;
  try {
    chosen = localStorage.getItem("clauseway.scheme");
  } catch {
    // Storage may be switched off: the device's own colours stay.
  }
  if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
})();
