// The fastest that one can do by hand on `ws`: rooms are sets of sockets, and a message is made one frame, once, whose
// bytes go straight to every socket. Announcements are not stored; chat is inserted first, as in founding.js.
import { createServer } from "node:http";
import jwt from "jsonwebtoken";
import { Sender, WebSocketServer } from "ws";
import { open } from "./store.js";

const HEARTBEAT_MS = 25_000;

const store = await open();
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const rooms = new Map();

function fanOut(room, message) {
  const frame = Buffer.concat(
    Sender.frame(Buffer.from(JSON.stringify(message)), { fin: true, rsv1: false, opcode: 1, mask: false, readOnly: false }),
  );
  for (const socket of rooms.get(room) ?? []) {
    socket._socket.write(frame);
  }
}

const handlers = {
  auth(socket, { token }) {
    socket.user = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ["HS256"] });
    socket.send('{"t":"ready"}');
  },
  join(socket, { room }) {
    if (!rooms.has(room)) {
      rooms.set(room, new Set());
    }
    rooms.get(room).add(socket);
    socket.rooms.push(room);
    socket.send('{"t":"joined"}');
  },
  announce(socket, { n, room, title, content }) {
    const { userId, username, fullName } = socket.user;
    fanOut(room, { t: "update", type: "ANNOUNCEMENT", title, content, timestamp: new Date(), author: { id: userId, username, fullName } });
    socket.send(`{"t":"ack","n":${n}}`);
  },
  async post(socket, { n, room, content }) {
    const { id, timestamp } = await store.message(room, socket.user.userId, content);
    fanOut(room, { t: "message", id, senderId: socket.user.userId, content, timestamp });
    socket.send(`{"t":"ack","n":${n}}`);
  },
};

sockets.on("connection", (socket) => {
  socket.rooms = [];
  socket.isAlive = true;
  socket.on("pong", () => {
    socket.isAlive = true;
  });
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.t !== "auth" && !socket.user) {
      socket.close(4401);
      return;
    }
    handlers[message.t](socket, message);
  });
  socket.on("close", () => {
    for (const room of socket.rooms) {
      rooms.get(room).delete(socket);
    }
  });
});

setInterval(() => {
  for (const socket of sockets.clients) {
    if (!socket.isAlive) {
      socket.terminate();
    } else {
      socket.isAlive = false;
      socket.ping();
    }
  }
}, HEARTBEAT_MS);

server.listen(Number(process.env.PORT), "127.0.0.1", 4096, () => console.log("ready"));
