/* A page opened from a folder: browsers load no modules there, so the box could only stay silent.
   This file is a classic script for that reason. */

if (location.protocol === "file:") {
  for (const root of document.querySelectorAll("[data-nb-search], [data-nb-search-page]")) {
    const notice = document.createElement("span");
    notice.className = "nb-search__notice";
    notice.textContent = "搜索需要通过网站访问";
    notice.title = "在本机可用 python -m http.server 打开这个文件夹，再用浏览器访问。";
    const link = document.createElement("a");
    link.className = "nb-search__browse";
    link.href = root.dataset.browse;
    link.textContent = "按地区浏览";
    root.replaceChildren(notice, link);
  }
}
