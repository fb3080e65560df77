using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Report.Tests;

/// <summary>A Chromium without a window, spoken to by the DevTools protocol.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder profile = new();
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> answers = [];
    private readonly ConcurrentQueue<JsonNode> events = [];
    private Process? process;
    private int commands;

    /// <summary>The browser of this machine; null where it has none.</summary>
    public static string? Program { get; } =
        Environment.GetEnvironmentVariable("NETGEN_BROWSER") is { Length: > 0 } named ? named : Programs.Find("chromium", "chromium-browser", "google-chrome");

    public async Task InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        process = Process.Start(new ProcessStartInfo(Program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        const string Listening = "DevTools listening on ";
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Listening, StringComparison.Ordinal) == true)
            {
                address.TrySetResult(line.Data[Listening.Length..]);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await socket.ConnectAsync(new Uri(await address.Task.WaitAsync(Patience)), default).WaitAsync(Patience);
        _ = Task.Run(Listen);
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        socket.Dispose();
        profile.Dispose();
    }

    /// <summary>Opens a page and waits until it is there.</summary>
    public async Task<Tab> Open(string file, int width = 1280, bool dark = false, bool scripts = true)
    {
        JsonNode target = await Send("Target.createTarget", new() { ["url"] = "about:blank" });
        JsonNode attached = await Send("Target.attachToTarget", new() { ["targetId"] = $"{target["targetId"]}", ["flatten"] = true });
        var tab = new Tab(this, $"{attached["sessionId"]}");
        foreach (string domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await tab.Send($"{domain}.enable");
        }

        await tab.Send("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) });
        await tab.Send("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = width < 600 ? 2 : 1, ["mobile"] = width < 600 });
        await tab.Send("Emulation.setScriptExecutionDisabled", new() { ["value"] = !scripts });
        await tab.Send("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        var start = Stopwatch.StartNew();
        while (!tab.Events("Page.loadEventFired").Any())
        {
            Assert.True(start.Elapsed < Patience, $"{file} is not loaded after {Patience}.");
            await Task.Delay(10);
        }

        return tab;
    }

    internal async Task<JsonNode> Send(string method, JsonObject? parameters = null, string? session = null)
    {
        int id = Interlocked.Increment(ref commands);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        answers[id] = answer;
        await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, default);
        JsonNode result = await answer.Task.WaitAsync(Patience);
        Assert.True(result["error"] is null, $"{method}: {result["error"]}");
        return result["result"]!;
    }

    internal IEnumerable<JsonNode> Events(string session, string method) =>
        events.Where(message => $"{message["sessionId"]}" == session && $"{message["method"]}" == method).Select(message => message["params"]!);

    private async Task Listen()
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer, default);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);

                JsonNode read = JsonNode.Parse(message.ToArray())!;
                if (read["id"] is { } id)
                {
                    answers[(int)id].SetResult(read);
                }
                else
                {
                    events.Enqueue(read);
                }
            }
        }
        catch (Exception ended) when (ended is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The browser was closed.
        }
    }
}

/// <summary>A page that is open.</summary>
public sealed class Tab(Browser browser, string session)
{
    /// <summary>What the page complained of: errors, warnings, anything on its console.</summary>
    public string[] Complaints =>
    [
        .. ((string[])["Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"]).SelectMany(Events).Select(said => said.ToJsonString()),
    ];

    /// <summary>What the page asked for, itself first.</summary>
    public string[] Requests => [.. Events("Network.requestWillBeSent").Select(request => $"{request["request"]!["url"]}")];

    public Task<JsonNode> Send(string method, JsonObject? parameters = null) => browser.Send(method, parameters, session);

    public IEnumerable<JsonNode> Events(string method) => browser.Events(session, method);

    /// <summary>The value of an expression in the page, as text.</summary>
    public async Task<string> Ask(string expression)
    {
        JsonNode answer = await Send("Runtime.evaluate", new() { ["expression"] = expression });
        Assert.True(answer["exceptionDetails"] is null, $"{expression}: {answer["exceptionDetails"]}");
        return $"{answer["result"]!["value"]}";
    }
}

/// <summary>A test that looks at pages in a browser.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Absence;

    public static string? Absence => Browser.Program is null ? "No browser: put chromium, chromium-browser or google-chrome on the path, or name one in NETGEN_BROWSER" : null;
}

/// <summary>Several tests that look at pages in a browser.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Absence;
}
